package io.github.profileengine.representation;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one shared {@link Shape} of each set of names. Bounded, because names come from outside: at most
 * {@value #MAX_SHAPES} shapes of at most {@value #MAX_NAMES_A_SHAPE} short names, {@value #MAX_NAMES} names in all;
 * beyond any of these, a shape is in dictionary mode. Shapes are never removed: profiles anywhere may hold them.
 */
final class ShapeRegistry {
    static final int MAX_SHAPES = 65_536;
    static final int MAX_NAMES_A_SHAPE = 1_024;
    static final int MAX_NAMES = 1 << 21;
    static final int EMPTY_ID = 0;

    // Two threads that make the same shape at once use up two ids.
    private static final int MAX_IDS = MAX_SHAPES + 4_096;

    private static final ConcurrentMap<NameSet, Shape> SHAPES = new ConcurrentHashMap<>();
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final AtomicReferenceArray<Shape> BY_ID = new AtomicReferenceArray<>(MAX_IDS);
    // The sums of the hashes of each shape's names.
    private static final SumFilter SUMS = new SumFilter();
    private static final AtomicInteger NEXT_ID = new AtomicInteger(EMPTY_ID + 1);

    private ShapeRegistry() {}

    /** The shape of these names, which are in order; takes over the array. */
    static Shape shapeOf(Name[] names) {
        if (names.length == 0) {
            return Shape.EMPTY;
        }
        if (names.length > MAX_NAMES_A_SHAPE || !NameOrder.areShort(names)) {
            return Shape.dictionary(names);
        }
        NameSet key = new NameSet(names);
        Shape known = SHAPES.get(key);
        if (known != null) {
            return known;
        }
        if (!hasPlace(names.length)) {
            return Shape.dictionary(names);
        }
        int id = NEXT_ID.getAndIncrement();
        if (id >= MAX_IDS) {
            NEXT_ID.set(MAX_IDS);
            return Shape.dictionary(names);
        }
        Shape fresh = Shape.shared(names, id);
        // Before anybody can see the shape, and so its id.
        BY_ID.set(id, fresh);
        SUMS.add(hashSum(names));
        Shape earlier = SHAPES.putIfAbsent(key, fresh);
        if (earlier != null) {
            return earlier;
        }
        NAMES.addAndGet(names.length);
        return fresh;
    }

    /**
     * Whether some names may have a shared shape: they have one already, or there is room for one. Only a yes may be
     * wrong, or a no for a shape that another thread is about to make.
     *
     * @param hashSum of the names' hashes; asked for only if it decides
     */
    static boolean mayHave(int names, IntSupplier hashSum) {
        return names <= MAX_NAMES_A_SHAPE && (hasPlace(names) || SUMS.mayHold(hashSum.getAsInt()));
    }

    // Two threads may both pass the bounds: these are to stop growth, not to count exactly.
    private static boolean hasPlace(int names) {
        return SHAPES.size() < MAX_SHAPES && NAMES.get() + names <= MAX_NAMES && NEXT_ID.get() < MAX_IDS;
    }

    private static int hashSum(Name[] names) {
        int sum = 0;
        for (Name name : names) {
            sum += name.hash();
        }
        return sum;
    }

    static Shape shapeOfId(int id) {
        Shape known = BY_ID.get(id);
        assert known != null : id;
        return known;
    }

    private static final class NameSet {
        private final Name[] names;
        private final int hash;

        NameSet(Name[] names) {
            this.names = names;
            this.hash = Arrays.hashCode(names);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NameSet set && Arrays.equals(names, set.names);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
