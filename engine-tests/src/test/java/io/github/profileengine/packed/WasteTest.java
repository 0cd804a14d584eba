package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WasteTest {
    private static final int GIVEN_OUT = 24_000;
    private static final int FEW_CHUNKS = 5;
    private static final PackedSizes SIZES = new PackedSizes(64, 4_096, 10, 8, 2_048);

    private static Waste of(int left) {
        Waste waste = new Waste(SIZES);
        waste.allocate(GIVEN_OUT);
        waste.leave(left);
        return waste;
    }

    @ParameterizedTest
    @CsvSource({"false, 5, 12_000", "true, 5, 16_000", "false, 10, 3_000", "true, 10, 3_000"})
    void isTooMuch_asManyBytesAsMayBeLeft_isNotButOneMoreIs(boolean forked, int chunks, String most) {
        int left = Integer.parseInt(most.replace("_", ""));
        assertThat(of(left).isTooMuch(chunks, forked)).isFalse();
        assertThat(of(left + 1).isTooMuch(chunks, forked)).isTrue();
    }

    @Test
    void isTooMuch_objectsDropped_countLikeBytes() {
        Waste waste = of(10_000);
        waste.drop(2_001);
        assertThat(waste.isTooMuch(FEW_CHUNKS, false)).isTrue();
        assertThat(waste.live()).isEqualTo(14_000);
    }

    @Test
    void isTooMuch_allOfLittle_isNot() {
        Waste waste = new Waste(SIZES);
        waste.allocate(2_048);
        waste.leave(2_048);
        assertThat(waste.isTooMuch(FEW_CHUNKS, false)).isFalse();
    }

    @Test
    void isTooMuch_manyChunksOfLittle_is() {
        PackedSizes roomy = new PackedSizes(64, 4_096, 1_000, 8, 2_048);
        assertThat(new Waste(roomy).isTooMuch(64, true)).isFalse();
        assertThat(new Waste(roomy).isTooMuch(65, true)).isTrue();
    }

    @Test
    void copy_goesOnByItself() {
        Waste waste = of(1_000);
        waste.drop(7);
        Waste copy = waste.copy();
        waste.leave(500);
        waste.drop(1);
        assertThat(copy.live()).isEqualTo(23_000);
        assertThat(copy.droppedObjects()).isEqualTo(7);
    }
}
