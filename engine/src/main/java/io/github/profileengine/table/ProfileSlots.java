package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.HeapSize;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An open-addressing table of profiles by id, of a fixed capacity: who needs more makes a larger one. One writer at a
 * time; readers take no lock.
 *
 * <h2>Why readers need no lock</h2>
 *
 * A slot holds a whole profile, which is immutable and brings its own id, and is written with release. A profile stays
 * in its slot until it is taken away, and a slot once filled never becomes empty again, only {@link #GONE}. So a reader
 * who walks from the hash to the first empty slot meets every profile that is there all the while; one that is put or
 * taken away meanwhile may be seen or not, and either was true at some moment of the walk.
 *
 * <p>Own code, and not a map of Eclipse Collections: none of these can be read while another thread writes, and a fork
 * needs a copy that is one array copied.
 */
final class ProfileSlots {
    private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final Object GONE = new Object();
    private static final int SMALLEST = 4;
    private static final int LARGEST = 1 << 30;
    private static final int OWN_BYTES = 24;

    private final @Nullable Object[] slots;
    // Slots that are not empty. The writer's own.
    private int used;

    private ProfileSlots(@Nullable Object[] slots, int used) {
        this.slots = slots;
        this.used = used;
    }

    static ProfileSlots empty() {
        return new ProfileSlots(new Object[SMALLEST], 0);
    }

    /** Where a profile of this id is; {@code ~place} with the place for it if there is none. */
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

    /** Replaces the profile at a place that {@link #find} found by another with the same id. */
    void replace(int place, Profile profile) {
        SLOT.setRelease(slots, place, profile);
    }

    /** Puts a profile at the free place that {@link #find} gave for it. */
    void put(int place, Profile profile) {
        used += slots[place] == null ? 1 : 0;
        SLOT.setRelease(slots, place, profile);
    }

    /** Takes the profile at a place away. */
    void remove(int place) {
        SLOT.setRelease(slots, place, GONE);
    }

    /**
     * Whether another profile needs {@link #roomier} slots first. At most two thirds are in use, so walks stay short.
     */
    boolean isFull() {
        return used >= slots.length - slots.length / 3 - 1;
    }

    /** A copy with room for more, without what is left of profiles taken away. */
    ProfileSlots roomier(int profiles) {
        int length = SMALLEST;
        while (length / 2 <= profiles) {
            if (length == LARGEST) {
                throw new IllegalStateException("a shard holds at most " + LARGEST / 2 + " profiles of a project");
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
