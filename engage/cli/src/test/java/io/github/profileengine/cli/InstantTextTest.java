package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class InstantTextTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
        "2026-01-31T12:00:00, 2026-01-31T12:00:00Z",
        "2026-01-31 12:00:00.5, 2026-01-31T12:00:00.5Z",
        "2026-01-31T12:00:00+02:00, 2026-01-31T10:00:00Z",
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T12:00:00+0530, 2026-01-31T06:30:00Z",
        "2026-01-31T12:00:00-05, 2026-01-31T17:00:00Z",
    })
    void convert_textsOfTime_areInstants(String text, Instant expected) {
        assertThat(new InstantText().convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-13-01",
                "2026-02-30T00:00:00Z",
                "12:00:00",
                "2026-01-31T12:00",
                "9999-12-31T23:30:00-01:00",
                "+12026-01-31T12:00:00Z",
                "0000-01-01T00:00:00+01:00"
            })
    void convert_anythingElse_saysWhatIsExpected(String text) {
        assertThatThrownBy(() -> new InstantText().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is not a time such as 2026-01-31T12:00:00Z");
    }
}
