package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
        Request request = Request.of(
                "--quick", "--forks", "3", "mix", "--results", "here.ndjson", "--fresh", "--java", "/jdk/bin/java");

        assertThat(request.subject()).isEqualTo(Subject.MIX);
        assertThat(request.quick()).isTrue();
        assertThat(request.forks()).isEqualTo(3);
        assertThat(request.results()).isEqualTo(Path.of("here.ndjson"));
        assertThat(request.fresh()).isTrue();
        assertThat(request.java()).contains("/jdk/bin/java");
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
                "update --unknown | one table, not update --unknown",
            })
    void of_whatMakesNoSense_saysWhy(String line, String why) {
        assertThatThrownBy(() -> Request.of(line.split(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
