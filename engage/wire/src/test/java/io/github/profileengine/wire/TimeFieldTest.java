package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFieldTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01T00:00:00Z",
        "99999999999, 5138-11-16T09:46:39Z",
        "100000000000, 1973-03-03T09:46:40Z",
        "-100000000000, 1966-10-31T14:13:20Z",
        "1795430422837, 2026-11-23T10:40:22.837Z",
        "-62167219200, 0000-01-01T00:00:00Z",
        "253402300799999, 9999-12-31T23:59:59.999Z"
    })
    void of_integer_isSecondsOrMilliseconds(long number, Instant time) throws RejectedFieldException {
        assertThat(TimeField.of(number)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "1795430848.8047488, 2026-11-23T10:47:28.804748800Z",
        "-0.5, 1969-12-31T23:59:59.500Z",
        "-0.0000000001, 1969-12-31T23:59:59.999999999Z",
        "1795430848804.25, 2026-11-23T10:47:28.804250Z",
        "99999999999.5, 5138-11-16T09:46:39.500Z",
        "5e-324, 1970-01-01T00:00:00Z",
    })
    void of_fraction_isCutTowardsThePast(double number, Instant time) throws RejectedFieldException {
        assertThat(TimeField.of(number)).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 2026-02-28T00:00:00Z",
        "0000-01-01, 0000-01-01T00:00:00Z",
        "2024-02-29T23:59:59, 2024-02-29T23:59:59Z",
        "2026-01-02 03:04:05, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.5Z, 2026-01-02T03:04:05.500Z",
        "2026-01-02T03:04:05.1234567899999, 2026-01-02T03:04:05.123456789Z",
        "2026-01-02T03:04:05+02:00, 2026-01-02T01:04:05Z",
        "2026-01-02T03:04:05.25-0130, 2026-01-02T04:34:05.250Z",
        "2026-01-02T03:04:05+05, 2026-01-01T22:04:05Z",
        "9999-12-31T23:59:59.999999999, 9999-12-31T23:59:59.999999999Z",
    })
    void of_text_isATime(String text, Instant time) throws RejectedFieldException {
        assertThat(TimeField.of(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2026",
                "2026-01",
                "2026-1-2",
                "2026-02-29",
                "2026-13-01",
                "2026-00-10",
                "2026-01-00",
                "20260102",
                "2026-01-02T",
                "2026-01-02T03",
                "2026-01-02T03:04",
                "2026-01-02T24:00:00",
                "2026-01-02T03:60:00",
                "2026-01-02T03:04:60",
                "2026-01-02T03:04:05.",
                "2026-01-02T03:04:05z",
                "2026-01-02t03:04:05",
                "2026-01-02T03:04:05 Z",
                "2026-01-02T03:04:05Zx",
                "2026-01-02T03:04:05+",
                "2026-01-02T03:04:05+1",
                "2026-01-02T03:04:05+02:",
                "2026-01-02T03:04:05+02:0",
                "2026-01-02T03:04:05+24:00",
                "2026-01-02T03:04:05+02:60",
                "2026-01-02T03:04:05+02:00x",
                " 2026-01-02",
                "2026-01-02 ",
                "-2026-01-02",
                "+12026-01-02",
                "1795430422",
                "0000-01-01T00:00:00+01:00",
                "9999-12-31T23:59:59-01:00",
                "2026-01-02T03:04:05,5",
                "\u0662026-01-02"
            })
    void of_otherText_isRefused(String text) {
        assertThatThrownBy(() -> TimeField.of(text))
                .isInstanceOf(RejectedFieldException.class)
                .hasMessage(
                        "$time, neither a number nor an ISO date or date-time with seconds, in the years 0000 to 9999");
    }

    @Test
    void of_otherValues_areRefused() {
        for (Object value : new Object[] {
            true, Long.MAX_VALUE, Long.MIN_VALUE, -62_167_219_201L, 253_402_300_800_000L, 1e300, -1e18, 1e15 + 0.5
        }) {
            assertThatThrownBy(() -> TimeField.of(value)).as("%s", value).isInstanceOf(RejectedFieldException.class);
        }
    }
}
