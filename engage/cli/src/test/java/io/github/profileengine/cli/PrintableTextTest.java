package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTextTest {

    @Test
    void of_plainText_isTheSameInstance() {
        String text = "caf\u00e9 \u65e5\u672c \ud83d\ude00 back\\slash";

        assertThat(PrintableText.of(text)).isSameAs(text);
    }

    @Test
    void of_everyControlCharacter_isVisible() {
        for (int unit = 0; unit < 0x20; unit++) {
            assertThat(PrintableText.of("a" + (char) unit)).startsWith("a\\");
        }
        for (int unit = 0x7f; unit <= 0x9f; unit++) {
            assertThat(PrintableText.of("" + (char) unit)).isEqualTo(String.format("\\u%04x", unit));
        }
    }

    @Test
    void of_separatorsAndDirections_isVisible() {
        assertThat(PrintableText.of("x\u2028\u2029\u202e\u2066\u200fy"))
                .isEqualTo("x\\u2028\\u2029\\u202e\\u2066\\u200fy");
        // A tag character, which no terminal shows.
        assertThat(PrintableText.of("$x\udb40\udc41")).isEqualTo("$x\\udb40\\udc41");
    }

    @Test
    void of_lineBreaksAndTabs_hasTheirShortForms() {
        assertThat(PrintableText.of("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
    }
}
