package io.github.profileengine.representation;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The one shared {@link Shape} of each set of names. Bounded, because names come from outside: at most
 * {@value #MAX_SHAPES} shapes of at most {@value #MAX_NAMES_A_SHAPE} short names, {@value #MAX_NAMES} names in all;
 * past any of these a shape is in dictionary mode. Shapes are never given up: profiles anywhere may hold them.
 */
final class ShapeRegistry {
    static final int MAX_SHAPES = 65_536;
    static final int MAX_NAMES_A_SHAPE = 1_024;
    static final int MAX_NAMES = 1 << 21;

    private static final ConcurrentMap<NameSet, Shape> SHAPES = new ConcurrentHashMap<>();
    private static final AtomicInteger NAMES = new AtomicInteger();

    private ShapeRegistry() {}

    /** The shape of these names, which are in order; takes the array over. */
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
        // Two threads may both pass the bounds: they are there to stop growth, not to count exactly.
        if (SHAPES.size() >= MAX_SHAPES || NAMES.get() + names.length > MAX_NAMES) {
            return Shape.dictionary(names);
        }
        Shape fresh = Shape.shared(names);
        Shape earlier = SHAPES.putIfAbsent(key, fresh);
        if (earlier != null) {
            return earlier;
        }
        NAMES.addAndGet(names.length);
        return fresh;
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
