package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KeptCommandTest {
    @Test
    void of_nothing_isWhatIsUsual() {
        assertThat(KeptCommand.of("SomeTable", 20))
                .isEqualTo(new KeptCommand(20, Path.of("target/benchmark-results/SomeTable.ndjson"), false));
    }

    @Test
    void of_allOptions_areTaken() {
        assertThat(KeptCommand.of("SomeTable", 20, "--fresh", "7", "--results", "here.ndjson"))
                .isEqualTo(new KeptCommand(7, Path.of("here.ndjson"), true));
    }

    @Test
    void of_whatMakesNoSense_saysWhy() {
        assertThatThrownBy(() -> KeptCommand.of("SomeTable", 20, "7", "8")).hasMessage("one argument at most, not 7 8");
        assertThatThrownBy(() -> KeptCommand.of("SomeTable", 20, "0")).hasMessage("SECONDS: '0' is not from 1 to 3600");
        assertThatThrownBy(() -> KeptCommand.of("SomeTable", 20, "--quick")).hasMessage("unknown option --quick");
        assertThatThrownBy(() -> KeptCommand.of("SomeReport", 0, "7")).hasMessage("no argument, not 7");
        assertThatThrownBy(() -> KeptCommand.of("SomeReport", 0, "--results")).hasMessage("--results needs a value");
    }
}
