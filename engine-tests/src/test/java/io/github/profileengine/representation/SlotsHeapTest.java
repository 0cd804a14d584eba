package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsHeapTest {
    /** One array for up to 64 slots; for more, arrays of 16 slots and one array of these arrays. */
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 24", "2, 24", "3, 32", "64, 272", "65, 384", "80, 440", "81, 464", "200, 1080"})
    void heapSize_ofSlots_isThatOfTheirArrays(int size, long bytes) {
        assertThat(Slots.heapSize(size)).isEqualTo(bytes);
    }
}
