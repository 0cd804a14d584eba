package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * At which place each of many different names is: a hash table, for those whose names are too many to be searched one
 * by one. The first name has the place 0, each further one the next place. For one thread.
 */
public final class NamePlaces {
    /** Up to so many names are better searched one by one: if a bit of each is kept, few searches are left. */
    public static final int FEW = 32;

    // The names and their places, by slot. At most half of the slots are taken.
    private @Nullable Name[] names;
    private int[] places;
    private int size;

    /** Without names, with room for so many, at least one; it grows if more come. */
    public NamePlaces(int expected) {
        names = new Name[Integer.highestOneBit(expected) * 4];
        places = new int[names.length];
    }

    /** How many names there are. */
    public int size() {
        return size;
    }

    /** The place of a name, or -1. */
    public int of(Name name) {
        int slot = slotOf(name);
        return names[slot] == null ? -1 : places[slot];
    }

    /** Adds a name that is not there yet. */
    public void add(Name name) {
        if (size * 2 == names.length) {
            grow();
        }
        put(name, size++);
    }

    private void grow() {
        @Nullable Name[] known = names;
        int[] knownPlaces = places;
        names = new Name[known.length * 2];
        places = new int[names.length];
        for (int slot = 0; slot < known.length; slot++) {
            Name name = known[slot];
            if (name != null) {
                put(name, knownPlaces[slot]);
            }
        }
    }

    private void put(Name name, int place) {
        int slot = slotOf(name);
        names[slot] = name;
        places[slot] = place;
    }

    private int slotOf(Name name) {
        int mask = names.length - 1;
        int slot = name.hash() & mask;
        for (Name there = names[slot]; there != null && !there.same(name); there = names[slot]) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
