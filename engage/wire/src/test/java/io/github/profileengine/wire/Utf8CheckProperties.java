package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class Utf8CheckProperties {

    @Property
    void firstInvalid_anyBytes_agreesWithTheDecoderOfTheJdk(@ForAll("bytes") byte[] bytes) {
        int valid = Utf8Check.firstInvalid(bytes, 0, bytes.length);
        assertThat(isUtf8(bytes, valid)).isTrue();
        assertThat(valid == bytes.length).isEqualTo(isUtf8(bytes, bytes.length));
    }

    private static boolean isUtf8(byte[] bytes, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Mostly bytes at which the rules change. */
    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<Byte> edges = Arbitraries.of(
                        0x00, 0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
                        0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF)
                .map(Integer::byteValue);
        return edges.array(byte[].class).ofMaxSize(24);
    }
}
