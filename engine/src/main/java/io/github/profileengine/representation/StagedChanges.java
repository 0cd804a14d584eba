package io.github.profileengine.representation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an update is about to write, one change per name, in the order of first writing. One thread, one update. */
final class StagedChanges {
    private static final int FEW = 6;
    // Room for more is not kept, as a store may keep this for as long as it lives, once for each shard.
    private static final int MOST_KEPT = 256;
    private static final @Nullable StagedChange[] NONE = {};

    // Made on demand and reused by the next update: one object holds all that belongs to a change.
    private @Nullable StagedChange[] changes = new StagedChange[FEW];
    private int size;
    // The most changes since the last clear: so many hold references, and one that was only begun.
    private int held;
    // One bit for each name: most names that are asked for are not there, which their bits mostly show.
    private long bits;
    // Made only if there are many names and bits leave one in doubt.
    private @Nullable NamePlaces places;
    // Where the last name was found, or -1: whoever walks over all names mostly asks for the next one then.
    private int found = -1;

    /** How many there are. */
    int size() {
        return size;
    }

    /** A change; at the index after the last one, the one that {@link #begin} began. */
    StagedChange at(int place) {
        StagedChange change = changes[place];
        assert change != null;
        return change;
    }

    /** Starts over; changes keep their references until overwritten, or until {@link #clear}. */
    void restart() {
        held = Math.max(held, size);
        size = 0;
        bits = 0;
        if (places != null) {
            places = null;
        }
    }

    /** Starts over and drops all references. */
    void clear() {
        restart();
        if (changes.length > MOST_KEPT) {
            changes = NONE;
        }
        // One may have been begun and not added.
        int last = Math.min(held, changes.length - 1);
        for (int place = 0; place <= last; place++) {
            StagedChange change = changes[place];
            if (change != null) {
                change.forget();
            }
        }
        held = 0;
    }

    /** The index of a name, or -1. */
    int indexOf(Name name) {
        if ((bits & name.bit()) == 0) {
            return -1;
        }
        int guess = found + 1 < size ? found + 1 : 0;
        found = at(guess).name() == name ? guess : searched(name);
        return found;
    }

    private int searched(Name name) {
        if (size <= NamePlaces.FEW) {
            for (int at = 0; at < size; at++) {
                if (at(at).name().same(name)) {
                    return at;
                }
            }
            return -1;
        }
        return indexed().of(name);
    }

    /** Begins a change of a name that is not there yet; it counts once it is {@link #add added}. */
    void begin(Name name, int slot) {
        if (size == changes.length) {
            changes = Arrays.copyOf(changes, Math.max(FEW, size * 2));
        }
        StagedChange next = changes[size];
        if (next == null) {
            next = new StagedChange();
            changes[size] = next;
        }
        next.begin(name, slot);
    }

    /** Adds the change that was begun. */
    void add(@Nullable Object value) {
        StagedChange next = at(size);
        next.become(value);
        bits |= next.name().bit();
        size++;
    }

    private NamePlaces indexed() {
        NamePlaces index = places;
        if (index == null) {
            index = new NamePlaces(size);
            places = index;
        }
        while (index.size() < size) {
            index.add(at(index.size()).name());
        }
        return index;
    }
}
