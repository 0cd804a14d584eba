package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of one project in one shard. Belongs to one owner, who alone may write it; everybody else may hold it as
 * part of something frozen, and then it is never written again.
 */
final class Project {
    private final Object owner;
    private volatile ProfileSlots slots;
    // Written by the writer only.
    private volatile int count;
    private volatile long bytes;

    private Project(Object owner, ProfileSlots slots, int count, long bytes) {
        this.owner = owner;
        this.slots = slots;
        this.count = count;
        this.bytes = bytes;
    }

    static Project empty(Object owner) {
        return new Project(owner, ProfileSlots.empty(), 0, 0);
    }

    boolean isOwnedBy(Object other) {
        return owner == other;
    }

    /** A copy that somebody else owns. */
    Project copiedFor(Object other) {
        return new Project(other, slots.copy(), count, bytes);
    }

    ProfileSlots slots() {
        return slots;
    }

    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    @Nullable
    Profile get(ProfileId id) {
        return slots.get(id);
    }

    /**
     * Puts {@code after} in the place of {@code before}.
     *
     * @param place where {@link ProfileSlots#find} saw the id in the present slots
     */
    void write(int place, @Nullable Profile before, @Nullable Profile after) {
        long grown = (after == null ? 0 : after.estimatedBytes()) - (before == null ? 0 : before.estimatedBytes());
        int present = count;
        if (after == null) {
            slots.remove(place);
            count = present - 1;
        } else if (before != null) {
            slots.replace(place, after);
        } else {
            insert(place, after);
            count = present + 1;
        }
        long presentBytes = bytes;
        bytes = presentBytes + grown;
    }

    private void insert(int place, Profile profile) {
        ProfileSlots present = slots;
        if (present.isFull()) {
            present = present.roomier(count);
            present.put(~present.find(profile.id()), profile);
            slots = present;
        } else {
            present.put(~place, profile);
        }
    }
}
