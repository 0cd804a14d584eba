package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestTest {
    @Test
    void of_wordAlone_hasTheTablesOwnFile() {
        Request request = Request.of("update");

        assertThat(request.subject()).isEqualTo(Subject.UPDATE);
        assertThat(request.results()).isEqualTo(Path.of("target/benchmark-results/update.ndjson"));
        assertThat(request.quick()).isFalse();
        assertThat(request.fresh()).isFalse();
        assertThat(request.java()).isEmpty();
    }

    @Test
    void of_allOptions_areTaken() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Request request =
                Request.of("--quick", "--forks", "3", "mix", "--results", "here.ndjson", "--fresh", "--java", java);

        assertThat(request.subject()).isEqualTo(Subject.MIX);
        assertThat(request.quick()).isTrue();
        assertThat(request.forks()).isEqualTo(3);
        assertThat(request.results()).isEqualTo(Path.of("here.ndjson"));
        assertThat(request.fresh()).isTrue();
        assertThat(request.usualJvm().program()).contains(java);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' is no table",
                "none | 'none' is no table",
                "update mix | one table, not update mix",
                "--quick | one table, not none",
                "update --forks | --forks needs a value",
                "update --forks 0 | --forks: '0' is not from 1 to 100",
                "update --forks two | --forks: 'two' is not from 1 to 100",
                "update --java none/java | no JDK has the program none/java",
                "update --unknown | unknown option --unknown",
                "update --fork 3 | unknown option --fork",
            })
    void of_whatMakesNoSense_saysWhy(String line, String why) {
        assertThatThrownBy(() -> Request.of(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    @Test
    void ready_fileThatCannotBeWritten_saysSoBeforeAnythingIsMeasured(@TempDir Path folder) throws IOException {
        Path results = Files.createFile(folder.resolve("no folder")).resolve("results");

        assertThatThrownBy(() -> Request.ready("update", "--results", results.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("--results: cannot write " + results);
    }

    @Test
    void ready_fileWithResults_isLeftAsItIs(@TempDir Path folder) throws IOException {
        Path results = Files.writeString(folder.resolve("results"), "kept");

        Request.ready("update", "--results", results.toString());

        assertThat(results).hasContent("kept");
    }
}
