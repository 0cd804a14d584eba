package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoreCheckTest {
    @ParameterizedTest
    @EnumSource(Stores.class)
    void check_everyImplementation_passes(Stores implementation) {
        assertThatCode(() -> StoreCheck.check(implementation.create())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource(EngineOption.class)
    void check_engineWithEveryOption_passes(EngineOption option) {
        assertThatCode(() -> StoreCheck.check(new EngineStore(option::in))).doesNotThrowAnyException();
    }

    @Test
    void check_storeThatLosesTheLastEditOfABatch_fails() {
        assertThatThrownBy(() -> StoreCheck.check(new LosingStore()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LosingStore has user-");
    }

    @Test
    void seconds_text_isWhatTheEngineWrites() {
        for (int second : new int[] {0, 1, 59, 60, 3599, 3600, 86_399, 86_400, 100_000, Integer.MAX_VALUE}) {
            assertThat(Seconds.text(second) + "Z")
                    .isEqualTo(Seconds.instant(second).toString());
        }
    }

    /** Applies all but the last edit of a batch. */
    private static final class LosingStore implements Store {
        private final ModelStore right = new ModelStore();

        @Override
        public void create(List<Newcomer> newcomers, int second) {
            right.create(newcomers, second);
        }

        @Override
        public void set(Edit[] edits, int second) {
            right.set(Arrays.copyOf(edits, edits.length - 1), second);
        }

        @Override
        public @Nullable Object read(String id, String name) {
            return right.read(id, name);
        }

        @Override
        public Map<String, Object> content(String id) {
            return right.content(id);
        }
    }
}
