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
        for (double latitude : new double[] {90.1, -90.1, Double.NaN}) {
            isRefused(latitude, 0);
        }
        for (double longitude : new double[] {180.1, -180.1, Double.NaN}) {
            isRefused(0, longitude);
        }
    }

    private static void isRefused(double latitude, double longitude) {
        assertThat(Coordinates.isInRange(latitude, longitude)).isFalse();
        assertThatThrownBy(() -> new Coordinates(latitude, longitude)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void new_polesAndDateLine_areOnTheEarth() {
        for (int sign : new int[] {-1, 1}) {
            Coordinates edge = new Coordinates(90 * sign, 180 * sign);
            assertThat(edge.latitude()).isEqualTo(90 * sign);
            assertThat(edge.longitude()).isEqualTo(180 * sign);
        }
    }
}
