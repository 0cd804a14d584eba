package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.HeapSize;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open-addressing hash table of profiles by id, of a fixed capacity: to grow, the writer makes a larger one. The
 * index of a slot is its <i>place</i>. One writer at a time; readers take no lock.
 *
 * <h2>Why readers need no lock</h2>
 *
 * A slot holds a whole profile, which is immutable and contains its id, and is written with release. A profile keeps
 * its slot until it is removed, and a slot once filled never becomes empty again, only {@link #GONE}, a tombstone. So a
 * reader that probes from the hash to the first empty slot meets every profile that is there all the while. One that is
 * added or removed meanwhile may be seen or not; either was true at some moment of the probe.
 *
 * <p>Not a map of Eclipse Collections: none can be read while another thread writes, and a fork needs a copy that is
 * one array copied.
 */
final class ProfileSlots {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final Object GONE = new Object();
    private static final int SMALLEST = 4;
    private static final int LARGEST = 1 << 30;
    private static final int OWN_BYTES = 24;

    private final @Nullable Object[] slots;
    // Slots that are not empty. Only the writer uses it.
    private int used;

    private ProfileSlots(@Nullable Object[] slots, int used) {
        this.slots = slots;
        this.used = used;
    }

    static ProfileSlots empty() {
        return new ProfileSlots(new Object[SMALLEST], 0);
    }

    /** The place of the profile with this id; if there is none, {@code ~place} of a free one for it. */
    int find(ProfileId id) {
        int mask = slots.length - 1;
        int hash = id.tableHash();
        int at = hash & mask;
        int gone = -1;
        while (true) {
            Object there = SLOT.getAcquire(slots, at);
            if (there == null) {
                return ~(gone < 0 ? at : gone);
            }
            if (there == GONE) {
                gone = gone < 0 ? at : gone;
            } else {
                ProfileId other = ((Profile) there).id();
                if (other == id || other.tableHash() == hash && other.equals(id)) {
                    return at;
                }
            }
            at = at + 1 & mask;
        }
    }

    /** The profile of an id, or null. */
    @Nullable
    Profile get(ProfileId id) {
        int mask = slots.length - 1;
        int hash = id.tableHash();
        for (int at = hash & mask; ; at = at + 1 & mask) {
            Object there = SLOT.getAcquire(slots, at);
            if (there == null) {
                return null;
            }
            if (there instanceof Profile profile) {
                ProfileId other = profile.id();
                if (other == id || other.tableHash() == hash && other.equals(id)) {
                    return profile;
                }
            }
        }
    }

    /** The profile at a place that {@link #find} found. */
    Profile at(int place) {
        Object there = slots[place];
        assert there instanceof Profile;
        return (Profile) there;
    }

    /** Replaces the profile at a place that {@link #find} found with another of the same id. */
    void replace(int place, Profile profile) {
        SLOT.setRelease(slots, place, profile);
    }

    /** Puts a profile at the free place that {@link #find} gave for it. */
    void put(int place, Profile profile) {
        used += slots[place] == null ? 1 : 0;
        SLOT.setRelease(slots, place, profile);
    }

    /** Removes the profile at a place. */
    void remove(int place) {
        SLOT.setRelease(slots, place, GONE);
    }

    /**
     * Whether another profile needs {@link #roomier} slots first. At most two thirds are in use, so probe sequences
     * stay short.
     */
    boolean isFull() {
        return used >= slots.length - slots.length / 3 - 1;
    }

    /** A copy with room for more, without tombstones. */
    ProfileSlots roomier(int profiles) {
        int length = SMALLEST;
        while (length / 2 <= profiles) {
            if (length == LARGEST) {
                throw new IllegalStateException("a shard holds at most " + LARGEST / 2
                        + " profiles of a project; build the engine with more shards");
            }
            length *= 2;
        }
        @Nullable Object[] larger = new Object[length];
        int mask = length - 1;
        for (Object there : slots) {
            if (there instanceof Profile profile) {
                int at = profile.id().tableHash() & mask;
                while (larger[at] != null) {
                    at = at + 1 & mask;
                }
                larger[at] = profile;
            }
        }
        return new ProfileSlots(larger, profiles);
    }

    ProfileSlots copy() {
        return new ProfileSlots(slots.clone(), used);
    }

    /** The heap of the table without its profiles. */
    long heapBytes() {
        return OWN_BYTES + HeapSize.ofReferences(slots.length);
    }

    void forEach(Consumer<? super Profile> action) {
        for (Object there : slots) {
            if (there instanceof Profile profile) {
                action.accept(profile);
            }
        }
    }
}
