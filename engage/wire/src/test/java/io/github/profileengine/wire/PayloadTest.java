package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "` {} `; ` {} `",
                "[1]; [1]",
                "\"[{\\\"a\\\":1}]\"; [{\"a\":1}]",
                "W3t9XQ==; [{}]",
                "W3t9XQ; [{}]",
                "Pz8_; ???",
                "IlwrPz8+Pj4i; `\"\\+??>>>\"`",
                "IlwrPz8 Pj4i; `\"\\+??>>>\"`",
                "IlwrPz8-Pj4i; `\"\\+??>>>\"`",
                "` W3t9\r\nXQ=\n`; [{}]",
                "\ufeffW3t9XQ; [{}]",
                "``; ``",
            })
    void unpack_knownForms_giveTheJson(String data, String json) {
        assertThat(Payload.unpack(Records.utf8(data)))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W3t9X", "\"x", "W3=9", "W3t9XQ===", "W3t9XQ====", "no json", "W3t9\tXQ"})
    void unpack_otherForms_giveNothing(String data) {
        assertThat(Payload.unpack(Records.utf8(data))).isEmpty();
    }
}
