package io.github.profileengine.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CoordinatesTest {
    @Test
    void equals_minusZero_isZero() {
        assertThat(new Coordinates(-0.0, -0.0))
                .isEqualTo(new Coordinates(0, 0))
                .hasSameHashCodeAs(new Coordinates(0, 0));
    }

    @Test
    void new_beyondTheEarth_isRefused() {
        for (double[] point : new double[][] {{90.1, 0}, {0, -180.1}, {Double.NaN, 0}}) {
            assertThatThrownBy(() -> new Coordinates(point[0], point[1])).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Coordinates(-90, 180).latitude()).isEqualTo(-90);
    }
}
