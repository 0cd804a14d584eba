package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LazyValuesTest {
    /** Another caller asks for all of these values while they are being made. */
    private static final class RacedValues extends LazyValues {
        private @Nullable Object @Nullable [] others;
        private boolean raced;

        RacedValues() {
            super(2);
        }

        @Override
        protected Object made(int slot) {
            if (!raced) {
                raced = true;
                others = slots();
            }
            return "value " + slot;
        }
    }

    @Test
    void slots_madeTwiceAtOnce_areTheSameForAll() {
        RacedValues values = new RacedValues();
        @Nullable Object[] made = values.slots();
        assertThat(made).containsExactly("value 0", "value 1").isSameAs(values.others);
        assertThat(values.slots()).isSameAs(made);
    }
}
