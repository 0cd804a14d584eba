package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileHeapSize;
import io.github.profileengine.profile.ProfileId;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The profiles of one project in one shard, as objects. */
final class PlainProject implements ShardProject<PlainProject> {
    private static final int OWN_BYTES = 24 + ProjectTally.OWN_BYTES;

    private final Object owner;
    private final ProjectTally tally;
    // Written by the writer only.
    private volatile ProfileSlots slots;

    private PlainProject(Object owner, ProfileSlots slots, ProjectTally tally) {
        this.owner = owner;
        this.slots = slots;
        this.tally = tally;
    }

    static PlainProject empty(Object owner) {
        return new PlainProject(owner, ProfileSlots.empty(), new ProjectTally());
    }

    @Override
    public boolean isOwnedBy(Object other) {
        return owner == other;
    }

    @Override
    public PlainProject copiedFor(Object other) {
        return new PlainProject(other, slots.copy(), tally.copy());
    }

    ProfileSlots slots() {
        return slots;
    }

    @Override
    public int count() {
        return tally.profiles();
    }

    @Override
    public long bytes() {
        return tally.bytes();
    }

    @Override
    public long heapBytes() {
        return OWN_BYTES + slots.heapBytes() + tally.held();
    }

    @Override
    public @Nullable Profile get(ProfileId id) {
        return slots.get(id);
    }

    @Override
    public void forEach(Consumer<? super Profile> action) {
        slots.forEach(action);
    }

    // If both hold the same slots, nothing differs.
    @Override
    public void forEachDifference(
            PlainProject later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        if (slots != later.slots) {
            ShardProject.super.forEachDifference(later, action);
        }
    }

    /**
     * Replaces {@code before} by {@code after}.
     *
     * @param place what {@link ProfileSlots#find} returned for the id in the present slots
     */
    void write(int place, @Nullable Profile before, @Nullable Profile after) {
        // Before anything is written: recursion into a deep value may overflow the stack.
        long grown = (after == null ? 0 : after.estimatedBytes()) - (before == null ? 0 : before.estimatedBytes());
        long held = ProfileHeapSize.growth(before, after);
        if (after == null) {
            slots.remove(place);
            tally.count(-1);
        } else if (before != null) {
            slots.replace(place, after);
        } else {
            insert(place, after);
            tally.count(1);
        }
        tally.grow(grown, held);
    }

    private void insert(int place, Profile profile) {
        ProfileSlots present = slots;
        if (present.isFull()) {
            present = present.roomier(count());
            present.put(~present.find(profile.id()), profile);
            slots = present;
        } else {
            present.put(~place, profile);
        }
    }
}
