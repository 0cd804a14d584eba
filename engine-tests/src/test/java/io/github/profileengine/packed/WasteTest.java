package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WasteTest {
    private static final int GIVEN_OUT = 24_000;
    private static final int FEW_CHUNKS = 5;
    private static final PackedSizes SIZES = new PackedSizes(64, 4_096, 4_096, 10, 8, 2_048);
    private static final PackedSizes ROOMY = new PackedSizes(64, 4_096, 4_096, 1_000, 8, 2_048);

    private static Waste of(int left) {
        return of(SIZES, left);
    }

    // GIVEN_OUT bytes of the first chunk were given out, of which `left` are no longer in use.
    private static Waste of(PackedSizes sizes, int left) {
        Waste waste = new Waste(sizes);
        waste.reserve(FEW_CHUNKS);
        waste.allocate(0, GIVEN_OUT);
        waste.leave(0, left);
        return waste;
    }

    // Whole chunks were given out, of which so many bytes each are no longer in use.
    private static Waste ofChunks(int... left) {
        Waste waste = new Waste(ROOMY);
        waste.reserve(left.length);
        for (int chunk = 0; chunk < left.length; chunk++) {
            waste.allocate(chunk, 4_096);
            waste.leave(chunk, left[chunk]);
        }
        return waste;
    }

    private static long live(Waste waste, int chunks) {
        return IntStream.range(0, chunks).mapToLong(waste::live).sum();
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }

    private static Waste after(Waste waste, int chunks, BitSet left) {
        return waste.without(new CompactionPlan(9, chunks, left), chunks);
    }

    @ParameterizedTest
    @CsvSource({"false, 5, 4_000", "true, 5, 16_000", "false, 10, 3_000", "true, 10, 3_000"})
    void isTooMuch_asManyBytesAsMayBeLeft_isNotButOneMoreIs(boolean forked, int chunks, String most) {
        int left = Integer.parseInt(most.replace("_", ""));
        Waste waste = forked ? of(left).forked() : of(left);
        assertThat(waste.isTooMuch(chunks)).isFalse();
        waste.leave(0, 1);
        assertThat(waste.isTooMuch(chunks)).isTrue();
    }

    /** Each failed attempt at a compaction costs a collection of the whole heap. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void isTooMuch_postponed_isOnlyOnceThereIsClearlyMore(boolean forked) {
        Waste before = of(17_000);
        assertThat(before.isTooMuch(FEW_CHUNKS)).isTrue();
        before.postpone();
        Waste waste = forked ? before.forked() : before;
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isFalse();
        waste.leave(0, 7_000 / 24);
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isFalse();
        waste.leave(0, 1);
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isTrue();
    }

    /**
     * Where nearly all is garbage, the next attempt comes once part of the rest is garbage too, not part of the whole.
     */
    @Test
    void isTooMuch_postponedWhereLittleIsInUse_isOnceHalfOfThatIsGone() {
        Waste waste = of(GIVEN_OUT - 100);
        waste.postpone();
        waste.leave(0, 50);
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isTrue();
    }

    @Test
    void isTooMuch_postponedUntilThereIsNoRoom_isAtOnce() {
        Waste waste = of(17_000);
        waste.postpone();
        waste.postponeNoMore();
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isTrue();
    }

    @Test
    void isTooMuch_objectsDropped_countLikeBytes() {
        Waste waste = of(2_500);
        waste.drop(0, 1_501);
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isTrue();
        assertThat(waste.live(0)).isEqualTo(21_500);
    }

    @Test
    void isTooMuch_allOfLittle_isNot() {
        Waste waste = new Waste(SIZES);
        waste.allocate(0, 2_048);
        waste.leave(0, 2_048);
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isFalse();
    }

    @Test
    void isTooMuch_manyChunksOfLittle_is() {
        Waste waste = new Waste(ROOMY);
        waste.reserve(64);
        assertThat(waste.isTooMuch(64)).isFalse();
        waste.reserve(65);
        assertThat(waste.isTooMuch(65)).isTrue();
    }

    /** The most chunks there can be if each holds a single record that is just too large to share a chunk. */
    @Test
    void isTooMuch_chunksOfASixteenth_isNot() {
        Waste waste = new Waste(ROOMY);
        waste.reserve(900);
        for (int chunk = 0; chunk < 900; chunk++) {
            waste.allocate(chunk, 4_096 / 16 + 8);
        }
        assertThat(waste.isTooMuch(900)).isFalse();
    }

    /**
     * More is tolerated at the next compaction after a fork, and at the one after that, as there may be another fork by
     * then.
     */
    @Test
    void isTooMuch_compactionsAfterAFork_tolerateMoreTwice() {
        Waste waste = of(ROOMY, 14_000).forked();
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isFalse();
        Waste once = after(waste, FEW_CHUNKS, bits());
        assertThat(once.isTooMuch(FEW_CHUNKS)).isFalse();
        assertThat(after(once, FEW_CHUNKS, bits()).isTooMuch(FEW_CHUNKS)).isTrue();
    }

    @Test
    void forked_goesOnByItself() {
        Waste waste = of(1_000);
        waste.drop(0, 7);
        Waste copy = waste.forked();
        waste.leave(0, 500);
        waste.drop(0, 1);
        assertThat(copy.live(0)).isEqualTo(23_000);
        assertThat(copy.droppedObjects()).isEqualTo(7);
        assertThat(after(copy, FEW_CHUNKS, bits()).live(0)).isEqualTo(23_000);
    }

    /**
     * A released object may be one that was shared with an old record, and then counts as dropped. Of more bytes than
     * were shared, the rest does not count.
     */
    @Test
    void release_ofWhatIsShared_isDroppedUpToThat() {
        Waste waste = ofChunks(0, 0, 0, 0, 0);
        waste.release(100);
        assertThat(waste.droppedObjects()).isZero();
        waste.share(3_000);
        assertThat(waste.droppedObjects()).isZero();
        assertThat(waste.isTooMuch(5)).isFalse();
        waste.release(2_000);
        Waste forked = waste.forked();
        waste.release(2_000);
        assertThat(waste.droppedObjects()).isEqualTo(3_000);
        assertThat(forked.droppedObjects()).isEqualTo(2_000);
        forked.release(2_000);
        assertThat(forked.droppedObjects()).isEqualTo(3_000);
    }

    @Test
    void isTooMuch_sharedObjectsReleased_countLikeBytes() {
        Waste waste = of(2_500);
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isFalse();
        waste.share(1_501);
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isFalse();
        waste.release(1_501);
        assertThat(waste.isTooMuch(FEW_CHUNKS)).isTrue();
    }

    /** Any chunk may hold the shared objects, and nobody knows which. */
    @Test
    void worst_objectsShared_isAllOfIt() {
        Waste waste = ofChunks(300, 4_000, 392, 3_908, 300);
        waste.share(10);
        waste.release(10);
        assertThat(waste.toEvacuate(5).cardinality()).isEqualTo(5);
        Waste after = after(waste, 5, bits(0, 1, 2, 3, 4));
        assertThat(after.droppedObjects()).isZero();
        after.release(10);
        assertThat(after.droppedObjects()).isZero();
    }

    /**
     * Of 20,480 bytes, 8,900 are garbage. Without the worst two chunks it is 992 of 12,572, which is clearly below a
     * sixth.
     */
    @Test
    void worst_someChunksMuchWorse_areLeftUntilClearlyLessStays() {
        Waste waste = ofChunks(300, 4_000, 392, 3_908, 300);
        assertThat(waste.toEvacuate(5)).isEqualTo(bits(1, 3));
        Waste staying = after(waste, 5, bits(1, 3));
        assertThat(live(staying, 3)).isEqualTo(3 * 4_096 - 992);
        assertThat(staying.isTooMuch(3)).isFalse();
    }

    /** Less is tolerated afterwards than before. Otherwise the next compaction would come at once. */
    @Test
    void worst_lastCompactionAfterAFork_goesByWhatIsToleratedAfterwards() {
        Waste waste =
                after(ofChunks(2_000, 2_000, 2_000, 2_000, 4_000, 4_000, 4_000).forked(), 7, bits());
        assertThat(waste.isTooMuch(7)).isTrue();
        BitSet worst = waste.toEvacuate(7);
        Waste staying = after(waste, 7, worst);
        // The compaction has moved what was in use of the evacuated chunks.
        staying.allocate(0, (int) (live(waste, 7) - live(staying, 7 - worst.cardinality())));
        staying.leave(0, 400);
        assertThat(staying.isTooMuch(7 - worst.cardinality())).isFalse();
    }

    @Test
    void worst_objectsOfAChunkDropped_countLikeBytes() {
        Waste waste = ofChunks(0, 0, 0, 0, 0);
        waste.drop(2, 15_000);
        assertThat(waste.toEvacuate(5)).isEqualTo(bits(2));
        assertThat(after(waste, 5, bits(2)).droppedObjects()).isZero();
        assertThat(after(waste, 5, bits(1)).droppedObjects()).isEqualTo(15_000);
    }

    /** If all are equally bad, as many are evacuated as it takes to get to half of what is tolerated. */
    @Test
    void worst_allAlike_someStay() {
        assertThat(ofChunks(700, 700, 700, 700, 700, 700).toEvacuate(6).cardinality())
                .isEqualTo(4);
    }

    @Test
    void worst_littleInAll_isAllOfIt() {
        assertThat(ofChunks(4_000, 0, 4_000).toEvacuate(3)).isEqualTo(bits(0, 1, 2));
    }

    @Test
    void worst_noRoomForMoreChunks_isAllOfIt() {
        assertThat(of(4_000).toEvacuate(10).cardinality()).isEqualTo(10);
    }

    @Test
    void worst_manySmallChunks_isAllOfIt() {
        Waste waste = ofChunks(0, 0, 0, 0, 0);
        waste.reserve(200);
        assertThat(waste.toEvacuate(200).cardinality()).isEqualTo(200);
    }
}
