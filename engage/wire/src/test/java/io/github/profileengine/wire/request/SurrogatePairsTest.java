package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurrogatePairsTest {

    @ParameterizedTest
    @CsvSource({
        "eda080edb080, f0908080",
        "edafbfedbfbf, f48fbfbf",
        "eda0bdedb880, f09f9880",
        "61eda0bdedb88062eda0bdedb88063, 61f09f988062f09f988063",
        "eda080eda0bdedb880, eda080f09f9880",
        "ededa0bdedb880ed, edf09f9880ed",
    })
    void joined_pair_isFourBytes(String sent, String text) {
        assertThat(joined(sent)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "61c3a9e282acf09f9880",
                "ed9fbfed9fbf",
                "eda0bd",
                "edb880",
                "edb880eda0bd",
                "eda0bdeda0bd",
                "eda0bdedb8",
                "eda0bdedb8c0",
                "eda03dedb880",
                "eda0bd61edb880",
            })
    void joined_noPair_staysAsItIs(String sent) {
        assertThat(joined(sent)).isEqualTo(sent);
    }

    private static String joined(String hex) {
        return HexFormat.of().formatHex(SurrogatePairs.joined(HexFormat.of().parseHex(hex)));
    }

    /** Built as the official SDK for browsers does it: from UTF-16, with three bytes for each half. */
    @Test
    void decode_base64OfBrowser_keepsEmoji() {
        byte[] sent = HexFormat.of().parseHex("7b226e616d65223a225a6fc3ab20eda0bdedb880227d");
        String data = Base64.getUrlEncoder().encodeToString(sent);
        DecodedRequest decoded = new RequestDecoder(RequestBounds.defaults())
                .decode("GET", "data=" + data, null, List.of(), new byte[0]);

        assertThat(new String(decoded.json(), StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"Zoë 😀\"}");
    }
}
