package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestParametersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "a=1; a; 1",
                "a=1&a=2; a; 1",
                "a; a; ``",
                "a=; a; ``",
                "a=b=c; a; b=c",
                "=x; ``; x",
                "&&a=1&&; a; 1",
                "a+b=c+d; a b; c d",
                "%61=%62; a; b",
                "a=%2B%2b%26%3D%25; a; ++&=%",
                "a=%; a; %",
                "a=%4; a; %4",
                "a=%4&b=1; a; %4",
                "a=%zz%4g%g4; a; %zz%4g%g4",
                "a=%%41; a; %A",
                "a=%E2%82%AC; a; \u20ac",
                "a=\u20ac; a; \u20ac",
                "a=%FF; a; \ufffd",
                "%ff=1; \ufffd; 1",
            })
    void first_encodedParameter_isDecoded(String form, String name, String value) {
        assertThat(RequestParameters.ofQuery(form).first(name)).hasValue(value);
    }

    @Test
    void bytes_anyEscape_isExact() {
        byte[] all = new byte[256];
        StringBuilder form = new StringBuilder("x=");
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
            form.append('%').append(Character.forDigit(i >> 4, 16)).append(Character.forDigit(i & 15, 16));
        }
        byte[] encoded = form.toString().getBytes(StandardCharsets.US_ASCII);
        assertThat(RequestParameters.ofForm(encoded).bytes("x")).hasValue(all);
    }

    @Test
    void names_repeatedAndEmpty_comeOnceInOrder() {
        RequestParameters both = RequestParameters.ofQuery("b&=1&a=1&&b=2").and(RequestParameters.ofQuery("c=1&a=2"));
        assertThat(both.names()).containsExactly("b", "", "a", "c");
        assertThat(both.first("a")).hasValue("1");
        assertThat(both.first("d")).isEmpty();
        assertThat(RequestParameters.ofQuery(null).names()).isEmpty();
    }

    @Test
    void repeated_nameThatCameAgain_isTheFirstOfThem() {
        assertThat(RequestParameters.ofQuery("a=1&b=1&%62=1&a=2").repeated()).hasValue("b");
        assertThat(RequestParameters.ofQuery("a=1&b=1&&ab=1").repeated()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "true, true", "0, false", "2, false", "'', false", "TRUE, false"})
    void isOn_value_isOneOrTrue(String value, boolean on) {
        assertThat(RequestParameters.ofQuery("x=" + value).isOn("x")).isEqualTo(on);
        assertThat(RequestParameters.ofQuery("y=1").isOn("x")).isFalse();
    }
}
