package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogTextTest {
    @Test
    void escaped_breaksAndHidden_shown() {
        assertThat(LogText.escaped("a\r\nb\u2028c\u202ed\u001b[0m\ud800\u00e9"))
                .isEqualTo("a\\u{d}\\u{a}b\\u{2028}c\\u{202e}d\\u{1b}[0m\\u{d800}\u00e9");
    }

    @Test
    void escaped_long_isCut() {
        assertThat(LogText.escaped("x".repeat(100_000))).hasSizeLessThan(300).endsWith("...");
    }

    @Test
    void escaped_fault_keepsPlaceOnly() {
        IllegalArgumentException fault = new IllegalArgumentException("a\nb", new IllegalStateException("c\nd"));

        Throwable escaped = LogText.escaped(fault);

        assertThat(escaped)
                .hasMessage("java.lang.IllegalArgumentException: a\\u{a}b")
                .hasNoCause();
        assertThat(escaped.getStackTrace()).isEqualTo(fault.getStackTrace());
    }
}
