package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedSizesTest {
    /** The last place of the last chunk must still be a reference, and none of the two numbers that mean no record. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 512, 1 << 18, 1 << 30})
    void maxChunks_asManyAsAsked_areNoMoreThanReferencesReach(int chunkBytes) {
        PackedSizes sizes = new PackedSizes(8, chunkBytes, chunkBytes, Integer.MAX_VALUE, 8, 0);
        long places = chunkBytes / Layout.ALIGNMENT;
        assertThat(1L << sizes.offsetBits()).isEqualTo(places);
        long last = ((long) sizes.maxChunks() - 1 << sizes.offsetBits()) + places - 1;
        assertThat(last + 2).isLessThanOrEqualTo(0xFFFF_FFFFL);
        assertThat(sizes.maxChunks()).isEqualTo((int) Math.min(Integer.MAX_VALUE, (1L << 32) / places - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void maxChunks_fewerThanReferencesReach_areThoseAskedFor(int chunks) {
        assertThat(new PackedSizes(8, 64, 64, chunks, 8, 0).maxChunks()).isEqualTo(chunks);
    }
}
