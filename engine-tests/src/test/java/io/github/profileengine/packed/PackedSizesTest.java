package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.representation.HeapSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedSizesTest {
    /**
     * The last place of the last chunk must still have a reference that is neither of the two numbers for "no record".
     */
    @ParameterizedTest
    @ValueSource(ints = {8, 16, 504, 512, (1 << 18) - 64, 1 << 18, 1 << 30})
    void maxChunks_asManyAsAsked_areNoMoreThanReferencesReach(int chunkBytes) {
        PackedSizes sizes = new PackedSizes(8, chunkBytes, chunkBytes, Integer.MAX_VALUE, 8, 0);
        long places = 1L << sizes.offsetBits();
        assertThat((long) chunkBytes / Layout.ALIGNMENT).isBetween(places / 2 + 1, places);
        long last = ((long) sizes.maxChunks() - 1 << sizes.offsetBits()) + places - 1;
        assertThat(last + 2).isLessThanOrEqualTo(0xFFFF_FFFFL);
        assertThat(sizes.maxChunks()).isEqualTo((int) Math.min(Integer.MAX_VALUE, (1L << 32) / places - 1));
    }

    /** Otherwise one chunk less fits into each region of G1, whose size is a power of two. */
    @Test
    void chunkBytes_withTheHeaderOfTheirArrayAndTheChunk_areNoMoreThanAPowerOfTwo() {
        int most = PackedSizes.DEFAULT.chunkBytes() + HeapSize.ARRAY + Chunk.OWN_BYTES;
        assertThat(most).isBetween((1 << 18) - 100, 1 << 18);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void maxChunks_fewerThanReferencesReach_areThoseAskedFor(int chunks) {
        assertThat(new PackedSizes(8, 64, 64, chunks, 8, 0).maxChunks()).isEqualTo(chunks);
    }
}
