package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Shape;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much room a slab makes between forks. Each fork leaves empty what is not used of it. */
class SlabTest {
    private static final int RECORD = 96;
    private static final int RECORDS = 2_000;

    private final RecordImage nothing = new RecordImage();
    private final KeyScratch key = new KeyScratch();

    private long add(Slab slab, int records) {
        long last = RefTable.NONE;
        for (int at = 0; at < records; at++) {
            nothing.begin(Shape.EMPTY);
            key.hold(ProfileId.user("p", "ada"));
            last = slab.append(nothing, key.bytes(), key.from(), key.length(), RECORD);
        }
        return last;
    }

    // A slab after a fork, to which RECORDS records were added since the fork.
    private Slab forked() {
        Slab first = new Slab(PackedSizes.DEFAULT);
        add(first, 10_000);
        Slab second = new Slab(first);
        add(second, RECORDS);
        return second;
    }

    private static int number(long reference) {
        return (int) (reference >>> PackedSizes.DEFAULT.offsetBits());
    }

    private static long reference(int chunk) {
        return (long) chunk << PackedSizes.DEFAULT.offsetBits();
    }

    private static int recordsIn(Slab slab, int from, int to) {
        return IntStream.range(from, to)
                .map(chunk -> slab.chunk(reference(chunk)).bytes().length / RECORD)
                .sum();
    }

    private long heapOf(Slab slab, int records) {
        long before = slab.heapBytes();
        add(slab, records);
        return slab.heapBytes() - before;
    }

    @Test
    void append_asMuchAsAfterTheForkBefore_leavesNothingEmpty() {
        assertThat(heapOf(new Slab(forked()), RECORDS)).isLessThan(RECORDS * RECORD + 1_000);
    }

    @Test
    void append_oneMoreThanAfterTheForkBefore_makesRoomForFew() {
        assertThat(heapOf(new Slab(forked()), RECORDS + 1)).isLessThan(RECORDS * RECORD * 5 / 4);
    }

    @Test
    void append_farMoreThanAfterTheForkBefore_makesFewChunks() {
        Slab slab = new Slab(forked());
        assertThat(number(add(slab, 100 * RECORDS))).isLessThan(130);
    }

    /** How much a compaction moves says nothing about how much is going to be written. */
    @Test
    void append_afterAForkAndACompactionBefore_makesAsMuchRoomAsWasWritten() {
        Slab slab = forked();
        int chunks = 1 + number(add(slab, 1));
        BitSet left = new BitSet();
        left.set(0, 5);
        int moved = recordsIn(slab, 0, 5);
        Slab compacted = new Slab(slab, new CompactionPlan(PackedSizes.DEFAULT.offsetBits(), chunks, left));
        assertThat(moved).isGreaterThan(10);
        add(compacted, moved);
        assertThat(heapOf(new Slab(compacted), RECORDS)).isLessThan(RECORDS * RECORD + 1_000);
    }

    @Test
    void append_afterACompactionInBetween_goesOnWithWhatIsPlanned() {
        Slab slab = new Slab(forked());
        add(slab, RECORDS / 3);
        Slab compacted = new Slab(slab, slab.beginCompaction());
        assertThat(heapOf(compacted, RECORDS - RECORDS / 3)).isLessThan(RECORDS * RECORD * 2 / 3 + 1_000);
    }

    /** More was written than planned. Now a compaction adds to that, by an amount that is known. */
    @Test
    void append_compactionAfterMoreThanPlanned_makesRoomForWhatItMoves() {
        Slab slab = new Slab(forked());
        int chunks = 1 + number(add(slab, RECORDS * 3 / 2));
        BitSet left = new BitSet();
        left.set(2, 8);
        int moved = recordsIn(slab, 2, 8);
        Slab compacted = new Slab(slab, new CompactionPlan(PackedSizes.DEFAULT.offsetBits(), chunks, left));
        assertThat(heapOf(compacted, moved)).isLessThan(moved * RECORD + 1_000);
    }

    /** After two forks with a single write in between comes a burst. The slab soon grows like any other. */
    @Test
    void append_farMoreThanOneAfterTheForkBefore_makesFewChunks() {
        Slab first = new Slab(PackedSizes.DEFAULT);
        add(first, 10_000);
        Slab second = new Slab(first);
        int chunks = number(add(second, 1));
        assertThat(number(add(new Slab(second), 10_000)) - chunks).isLessThan(30);
    }

    /** Nothing is frozen any more, but another fork is likely to come. */
    @Test
    void append_afterACompactionOfAllAndAFork_makesAsMuchRoomAsWasWritten() {
        Slab slab = new Slab(forked());
        int chunks = 1 + number(add(slab, RECORDS));
        BitSet all = new BitSet();
        all.set(0, chunks);
        Slab compacted = new Slab(slab, new CompactionPlan(PackedSizes.DEFAULT.offsetBits(), chunks, all));
        // What was moved, and as much as was written before the compaction.
        add(compacted, 10_000 + RECORDS + RECORDS + RECORDS);
        assertThat(heapOf(new Slab(compacted), RECORDS)).isLessThan(RECORDS * RECORD + 1_000);
    }

    @Test
    void beginCompaction_addsToNoChunkThatThereIs() {
        Slab slab = new Slab(PackedSizes.DEFAULT);
        Chunk tail = slab.chunk(add(slab, 100));
        assertThat(slab.chunk(add(slab, 1))).isSameAs(tail);
        slab.beginCompaction();
        assertThat(slab.chunk(add(slab, 1))).isNotSameAs(tail);
    }

    @Test
    void compaction_ofFrozenAndOwnChunks_ownsTheSameOnesAfterwards() {
        Slab slab = forked();
        long own = add(slab, 1);
        int chunk = number(own);
        BitSet left = new BitSet();
        left.set(0, 3);
        CompactionPlan compaction = new CompactionPlan(PackedSizes.DEFAULT.offsetBits(), chunk + 1, left);
        Slab compacted = new Slab(slab, compaction);
        for (int number = 3; number <= chunk; number++) {
            long reference = reference(number);
            long after = reference + compaction.shift(reference);
            assertThat(compacted.isOwn(after)).as("chunk %d", number).isEqualTo(slab.isOwn(reference));
            assertThat(compacted.chunk(after)).isSameAs(slab.chunk(reference));
        }
        // Nothing is added to a chunk that existed before: the copies of the compaction may be abandoned half way.
        assertThat(compacted.chunk(add(compacted, 1))).isNotSameAs(slab.chunk(own));
    }

    /** A thread that looks ahead without the lock may find a project that has no record yet. */
    @Test
    void bytes_ofNoChunkAtAll_areEnoughToLoad() {
        assertThat(NearRecords.loaded(new Slab(PackedSizes.DEFAULT).bytes(0), 0))
                .isZero();
    }
}
