package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final int KEY_BYTES = 9;
    private static final int PROPERTIES = 100;
    // The most bytes of values that a record with narrow ends can have.
    private static final int MOST_VALUES = Layout.MOST_NARROW - Layout.KEY - KEY_BYTES - PROPERTIES * 2;

    @Test
    void capacity_anySize_isAlignedAndHoldsAllAndNoMoreThanThat() {
        for (int values = 0; values < 400; values++) {
            int capacity = Layout.capacity(KEY_BYTES, 3, values);
            int used = Layout.KEY + KEY_BYTES + 3 * Layout.width(capacity) + values;
            assertThat(capacity % Layout.ALIGNMENT).isZero();
            assertThat(capacity).isBetween(used, used + Layout.ALIGNMENT - 1);
        }
    }

    @Test
    void capacity_lastByteOfTinyEnds_isTinyAndOneMoreIsNarrow() {
        int values = Layout.MOST_TINY - Layout.KEY - KEY_BYTES - 3;
        assertThat(Layout.capacity(KEY_BYTES, 3, values)).isEqualTo(248);
        assertThat(Layout.width(248)).isEqualTo(1);
        int narrow = Layout.capacity(KEY_BYTES, 3, values + 1);
        assertThat(Layout.width(narrow)).isEqualTo(2);
        assertThat(narrow).isGreaterThanOrEqualTo(Layout.KEY + KEY_BYTES + 3 * 2 + values + 1);
        assertThat(Layout.roomier(240, 8)).isEqualTo(248);
    }

    @Test
    void capacity_lastByteOfNarrowEnds_isNarrowAndOneMoreIsWide() {
        int narrow = Layout.capacity(KEY_BYTES, PROPERTIES, MOST_VALUES);
        assertThat(narrow).isEqualTo(65_528);
        assertThat(Layout.width(narrow)).isEqualTo(2);
        int wide = Layout.capacity(KEY_BYTES, PROPERTIES, MOST_VALUES + 1);
        assertThat(Layout.width(wide)).isEqualTo(4);
        assertThat(wide).isGreaterThanOrEqualTo(Layout.KEY + KEY_BYTES + PROPERTIES * 4 + MOST_VALUES + 1);
    }

    /** Every end of a record with narrow ends must fit two bytes. */
    @Test
    void capacity_narrowEnds_neverExceedTwoBytes() {
        assertThat(Layout.MOST_NARROW).isLessThanOrEqualTo(0xFFFF);
        for (int values = MOST_VALUES - 50; values < MOST_VALUES + 50; values++) {
            int capacity = Layout.capacity(KEY_BYTES, PROPERTIES, values);
            assertThat(Layout.width(capacity) == 4 || values <= 0xFFFF).isTrue();
            assertThat(Layout.width(capacity)).isEqualTo(values <= MOST_VALUES ? 2 : 4);
        }
    }

    @Test
    void roomier_nearTheEdge_keepsTheWidthOfEnds() {
        assertThat(Layout.roomier(800, 8)).isEqualTo(904);
        assertThat(Layout.roomier(800, Integer.MAX_VALUE)).isEqualTo(800);
        assertThat(Layout.roomier(65_520, 8)).isEqualTo(Layout.MOST_NARROW);
        assertThat(Layout.roomier(Layout.MOST_NARROW, 8)).isEqualTo(Layout.MOST_NARROW);
        assertThat(Layout.width(Layout.roomier(65_536, 8))).isEqualTo(4);
    }

    @Test
    void capacity_moreThanAnArrayHolds_fails() {
        int most = Integer.MAX_VALUE - 64 & -Layout.ALIGNMENT;
        int values = most - Layout.KEY - KEY_BYTES - PROPERTIES * 4;
        assertThat(Layout.capacity(KEY_BYTES, PROPERTIES, values)).isEqualTo(most);
        assertThat(Layout.roomier(most, 8)).isEqualTo(most);
        assertThatThrownBy(() -> Layout.capacity(KEY_BYTES, PROPERTIES, values + 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> Layout.capacity(KEY_BYTES, Integer.MAX_VALUE, Long.MAX_VALUE / 2))
                .isInstanceOf(IllegalStateException.class);
    }
}
