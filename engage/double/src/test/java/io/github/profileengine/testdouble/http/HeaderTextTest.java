package io.github.profileengine.testdouble.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {
    @ParameterizedTest
    @CsvSource({
        "plain text, plain text",
        "d\u00e9j\u00e0, d\u00e9j\u00e0",
        "a\u010d\u010aSet-Cookie:b, a??Set-Cookie:b",
        "a\u0001\u007f\u0085b, a???b",
        "\ud83d\ude00, ??",
    })
    void safe_whatIsNoByte_isSubstituted(String value, String sent) {
        assertThat(HeaderText.safe(value)).isEqualTo(sent);
    }
}
