package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionCheckTest {
    @ParameterizedTest
    @EnumSource(EngineOption.class)
    void check_everyOption_passes(EngineOption option) {
        assertThatCode(() -> OptionCheck.check(option)).doesNotThrowAnyException();
    }

    @Test
    void check_outcomesThatNobodyAskedFor_fails() {
        OptionStore forgetful = new OptionStore(EngineOption.NONE);

        assertThatThrownBy(() -> OptionCheck.check(EngineOption.OUTCOMES, forgetful))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("without outcomes");
    }

    @Test
    void check_recordingThatNobodyBegan_fails() {
        OptionStore forgetful = new OptionStore(EngineOption.NONE);

        assertThatThrownBy(() -> OptionCheck.check(EngineOption.RECORDED, forgetful))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not lead to the state");
    }
}
