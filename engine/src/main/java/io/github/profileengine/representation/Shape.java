package io.github.profileengine.representation;

import java.util.Arrays;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The set of a profile's property names, in code point order: slot {@code i} of the profile holds the value of name
 * {@code i}. Immutable except for its cache of transitions; safe to share.
 *
 * <h2>Two modes</h2>
 *
 * A <i>shared</i> shape exists once for its set of names ({@link ShapeRegistry}), however the profile came to it. It
 * has an open-addressing hash table at load 0.5 or less over seeded hashes, and remembers the shapes that recent
 * additions and removals of names led to. When the registry is full, or has no place for such names, a shape is in
 * <i>dictionary mode</i>. Then it is owned by one profile, or made anew whenever a record is read. It has no table and
 * no transitions, and finds names by binary search. Only speed differs.
 */
public final class Shape {
    private static final Name[] NO_NAMES = new Name[0];

    public static final Shape EMPTY = shared(NO_NAMES, ShapeRegistry.EMPTY_ID);

    private static final int NO_ID = -1;

    private final Name[] names;
    private final short[] slots;
    private final TransitionCache transitions;
    private final int id;

    private Shape(Name[] names, short[] slots, TransitionCache transitions, int id) {
        this.names = names;
        this.slots = slots;
        this.transitions = transitions;
        this.id = id;
    }

    static Shape shared(Name[] names, int id) {
        return new Shape(names, table(names), new TransitionCache(), id);
    }

    /** A shape in dictionary mode of these names, which are in order; takes over the array. */
    public static Shape dictionary(Name[] names) {
        return new Shape(names, new short[0], TransitionCache.NONE, NO_ID);
    }

    /** The shared shape with this {@link #id}. */
    public static Shape ofId(int id) {
        return id == ShapeRegistry.EMPTY_ID ? EMPTY : ShapeRegistry.shapeOfId(id);
    }

    /**
     * Whether there may be a shared shape of names that no profile has yet. If not, a shape of them is in dictionary
     * mode.
     *
     * @param names how many
     * @param hashSum of their {@linkplain Name#hash hashes}; asked for only if it decides
     */
    public static boolean mayBeShared(int names, IntSupplier hashSum) {
        return names == 0 || ShapeRegistry.mayHave(names, hashSum);
    }

    /** A number from 0 that stands for this shape as long as the JVM runs; negative in dictionary mode. */
    public int id() {
        return id;
    }

    /** Whether all names have a {@link Name#number}; those without one get it now if they can. */
    public boolean isNumbered() {
        if (!NameOrder.areShort(names)) {
            return false;
        }
        for (Name name : names) {
            if (name.number() < 0) {
                return false;
            }
        }
        return true;
    }

    private static short[] table(Name[] names) {
        assert names.length <= Short.MAX_VALUE : names.length;
        short[] table = new short[Math.max(2, Integer.highestOneBit(Math.max(1, names.length * 2 - 1)) * 2)];
        int mask = table.length - 1;
        for (int at = 0; at < names.length; at++) {
            int slot = names[at].hash() & mask;
            while (table[slot] != 0) {
                slot = slot + 1 & mask;
            }
            table[slot] = (short) (at + 1);
        }
        return table;
    }

    public int size() {
        return names.length;
    }

    public Name name(int at) {
        return names[at];
    }

    Name[] names() {
        return names;
    }

    /** The slot of a name, or a negative number. */
    public int indexOf(Name name) {
        if (slots.length == 0) {
            return Arrays.binarySearch(names, name);
        }
        int mask = slots.length - 1;
        int slot = name.hash() & mask;
        while (true) {
            int at = slots[slot] - 1;
            if (at < 0 || names[at].same(name)) {
                return at;
            }
            slot = slot + 1 & mask;
        }
    }

    /** The slot before which a missing name belongs. */
    public int placeOf(Name name) {
        return ~Arrays.binarySearch(names, name);
    }

    /**
     * The shape with {@code added} names, all new, and without {@code removed} names, all present; both are in order.
     */
    Shape changed(Name[] added, Name[] removed) {
        Shape known = transitions.find(added, removed);
        if (known != null) {
            return known;
        }
        Shape target = ShapeRegistry.shapeOf(mergedNames(added, removed));
        transitions.remember(this, added, removed, target);
        return target;
    }

    /** These names, all of which it has, as its own instances. */
    Name[] own(Name[] wanted) {
        Name[] held = new Name[wanted.length];
        for (int at = 0; at < held.length; at++) {
            held[at] = names[indexOf(wanted[at])];
        }
        return held;
    }

    /** The shape with one name more, which it lacks. */
    public Shape with(Name name) {
        return changed(new Name[] {name}, NO_NAMES);
    }

    /** The shape without one name, which it has. */
    public Shape without(Name name) {
        return changed(NO_NAMES, new Name[] {name});
    }

    // Copies the stretches between changes, so few changes to many names need few comparisons.
    private Name[] mergedNames(Name[] added, Name[] removed) {
        Name[] merged = new Name[names.length + added.length - removed.length];
        int nextAdded = 0;
        int nextRemoved = 0;
        int from = 0;
        int to = 0;
        while (nextAdded < added.length || nextRemoved < removed.length) {
            boolean adds = nextRemoved == removed.length
                    || nextAdded < added.length && added[nextAdded].compareTo(removed[nextRemoved]) < 0;
            int place = Arrays.binarySearch(names, from, names.length, adds ? added[nextAdded] : removed[nextRemoved]);
            int stretch = (place < 0 ? ~place : place) - from;
            System.arraycopy(names, from, merged, to, stretch);
            from += stretch;
            to += stretch;
            if (adds) {
                merged[to++] = added[nextAdded++];
            } else {
                nextRemoved++;
                from++;
            }
        }
        System.arraycopy(names, from, merged, to, names.length - from);
        return merged;
    }

    /** The heap that it takes if only one profile holds it; 0 for a shared shape. */
    public int heapSize() {
        return isShared() ? 0 : HeapSize.ofOwnShape(names);
    }

    /** How much of its {@link #heapSize} nothing holds once another shape, which may have names of it, replaces it. */
    public long heapLostTo(@Nullable Shape other) {
        if (other == this || isShared()) {
            return 0;
        }
        long lost = heapSize();
        for (Name name : names) {
            // An equal name may be another instance.
            lost -= other != null && !name.isShort() && other.holdsInstance(name) ? name.heapSize() : 0;
        }
        return lost;
    }

    private boolean holdsInstance(Name name) {
        int at = indexOf(name);
        return at >= 0 && names[at] == name;
    }

    boolean isShared() {
        return slots.length > 0;
    }
}
