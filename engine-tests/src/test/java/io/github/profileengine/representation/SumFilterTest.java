package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SumFilterTest {

    @Test
    void mayHold_asManyAsThereAreShapes_isTrueOfEach_andOfFewOthers() {
        SumFilter filter = new SumFilter();
        SplittableRandom added = new SplittableRandom(1);
        for (int at = 0; at < ShapeRegistry.MAX_SHAPES; at++) {
            filter.add(added.nextInt());
        }
        SplittableRandom again = new SplittableRandom(1);
        for (int at = 0; at < ShapeRegistry.MAX_SHAPES; at++) {
            assertThat(filter.mayHold(again.nextInt())).isTrue();
        }
        SplittableRandom others = new SplittableRandom(2);
        int taken = 0;
        for (int at = 0; at < 16_000; at++) {
            taken += filter.mayHold(others.nextInt()) ? 1 : 0;
        }
        assertThat(taken).isBetween(500, 1_500);
    }

    @Test
    void mayHold_nothingAdded_isFalse() {
        assertThat(new SumFilter().mayHold(0)).isFalse();
        assertThat(new SumFilter().mayHold(-1)).isFalse();
    }
}
