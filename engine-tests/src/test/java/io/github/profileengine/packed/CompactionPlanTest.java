package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactionPlanTest {
    private static final int OFFSET_BITS = 9;

    // Of five chunks, 0 and 3 are left.
    private final CompactionPlan compaction = new CompactionPlan(OFFSET_BITS, 5, BitSet.valueOf(new long[] {0b01001}));

    private static long reference(int chunk, int offset) {
        return ((long) chunk << OFFSET_BITS) + offset;
    }

    @Test
    void shift_ofChunksThatStay_movesThemTogetherInOrder() {
        assertThat(reference(1, 7) + compaction.shift(reference(1, 7))).isEqualTo(reference(0, 7));
        assertThat(reference(2, 0) + compaction.shift(reference(2, 0))).isEqualTo(reference(1, 0));
        assertThat(reference(4, 511) + compaction.shift(reference(4, 511))).isEqualTo(reference(2, 511));
    }

    @Test
    void evacuates_firstAndLastPlaceOfAChunk_areAsTheChunk() {
        assertThat(compaction.evacuates(reference(0, 0))).isOne();
        assertThat(compaction.evacuates(reference(3, 511))).isOne();
        assertThat(compaction.evacuates(reference(2, 511))).isZero();
        assertThat(compaction.evacuates(reference(4, 0))).isZero();
    }

    @Test
    void none_neitherLeavesNorShifts() {
        assertThat(compaction.evacuates(RefTable.NONE)).isZero();
        assertThat(compaction.shift(RefTable.NONE)).isZero();
    }

    @Test
    void stayingBelow_countsOnlyThose() {
        assertThat(compaction.stayingBelow(0)).isZero();
        assertThat(compaction.stayingBelow(3)).isEqualTo(2);
        assertThat(compaction.stayingBelow(5)).isEqualTo(compaction.stayingCount());
    }

    @Test
    void staying_areTheChunksThemselvesAndRoom() {
        Chunk[] chunks = {new Chunk(8), new Chunk(8), new Chunk(8), new Chunk(8), new Chunk(8), null};
        assertThat(compaction.staying(chunks, 2)).containsExactly(chunks[1], chunks[2], chunks[4], null, null);
    }

    /** Objects of records that went from a frozen chunk are held by it, and not counted. */
    @ParameterizedTest
    @CsvSource({"0, 4", "1, 4", "2, 0"})
    void of_objectsInAFrozenChunk_leavesAll(int frozen, int staying) {
        PackedSizes sizes = new PackedSizes(64, 512, 512, 1_000, 8, 0);
        Waste waste = new Waste(sizes);
        waste.reserve(5);
        Chunk[] chunks = new Chunk[8];
        for (int chunk = 0; chunk < 5; chunk++) {
            chunks[chunk] = new Chunk(512);
            waste.allocate(chunk, 512);
        }
        waste.drop(3, 2_000);
        chunks[1].reserveObjects(1);
        chunks[1].addObject(List.of());
        CompactionPlan of = CompactionPlan.of(OFFSET_BITS, chunks, 5, frozen, waste);
        assertThat(of.stayingCount()).isEqualTo(staying);
        assertThat(of.stays(3)).isFalse();
    }
}
