package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Name;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table and the slab that its references point into. Readers need both from the same moment, so the two are replaced
 * together.
 */
record Records(RefTable refs, Slab slab) {
    /** What {@link #look} returns for a profile that was being written. */
    static final Object TORN = new Object();

    private static final int OWN_BYTES = 24;

    static Records empty(PackedSizes sizes) {
        return new Records(RefTable.empty(), new Slab(sizes));
    }

    /** A copy for another writer. */
    Records copy() {
        return new Records(refs.copy(), new Slab(slab));
    }

    Records withRefs(RefTable others) {
        return new Records(others, slab);
    }

    /** The profile of an id, null if there is none, or {@link #TORN}. */
    @Nullable
    Object look(ProfileId id) {
        long reference = refs.reference(id, slab);
        if (reference == RefTable.NONE) {
            return null;
        }
        Profile found = slab.read(reference, id);
        return found == null ? TORN : found;
    }

    /** The heap of both, without the objects that records hold. For any thread. */
    long heapBytes() {
        return OWN_BYTES + refs.heapBytes() + slab.heapBytes();
    }

    /** A view of a record, while nobody writes it. */
    RecordView view(long reference) {
        Chunk chunk = slab.chunk(reference);
        return new RecordView().pointedAt(chunk.bytes(), slab.at(reference), chunk.objects());
    }

    /** The profile of a record, while nobody writes it. Its values are decoded on demand. */
    private Profile profile(Name token, long reference) {
        RecordView copy = slab.chunk(reference).copied(slab.at(reference));
        return copy.profileOfCopy(copy.id(token));
    }

    private long loaded(long reference) {
        return NearRecords.loaded(slab.chunk(reference).bytes(), slab.at(reference));
    }

    /** Every profile, while nobody writes. */
    void forEach(Name token, Consumer<? super Profile> action) {
        LoadedSum sum = new LoadedSum();
        refs.forEach(reference -> sum.add(loaded(reference)), reference -> action.accept(profile(token, reference)));
        sum.end();
    }

    /**
     * Reports all profiles, each as it is here and there, except those whose records both are found to share. One that
     * a compaction moved is reported although it is the same. Both are frozen, so a record at the same place in the
     * same chunk is the same one, whatever number the chunk has here and there.
     */
    void forEachDifference(
            Name token, Records later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        forEachUnshared(token, later, before -> action.accept(before, (Profile) later.look(before.id())));
        later.forEachUnshared(token, this, after -> {
            if (look(after.id()) == null) {
                action.accept(null, after);
            }
        });
    }

    private void forEachUnshared(Name token, Records other, Consumer<Profile> action) {
        SharedChunks shared = slab.sharedWith(other.slab);
        refs.forEachEntry(entry -> {
            long reference = RefTable.reference(entry);
            if (!shared.holds(reference) || !other.refs.holds(entry + shared.shift(reference))) {
                action.accept(profile(token, reference));
            }
        });
    }

    /**
     * A version without most of the garbage; {@code held} is the number of profiles. If there is no memory for it, or
     * no chunk, returns this one: going on with it may need none, and may free some.
     */
    Records compacted(int held) {
        try {
            return withoutGarbage(held);
        } catch (OutOfMemoryError | NoMoreChunksException none) {
            return this;
        }
    }

    private Records withoutGarbage(int held) {
        CompactionPlan compaction = slab.beginCompaction();
        Slab fresh = new Slab(slab, compaction);
        RecordView record = new RecordView();
        LoadedSum sum = new LoadedSum();
        RefTable moved = refs.fitting(held)
                .compacted(compaction, reference -> sum.add(loaded(reference)), reference -> {
                    Chunk chunk = slab.chunk(reference);
                    record.pointedAt(chunk.bytes(), slab.at(reference), chunk.objects());
                    return fresh.adopt(record, record.valueBytes());
                });
        sum.end();
        return new Records(moved, fresh);
    }
}
