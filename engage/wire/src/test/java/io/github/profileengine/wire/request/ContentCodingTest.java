package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gzip bodies, and bodies that only claim to be gzip. */
class ContentCodingTest {

    private static DecodedRequest decode(byte[] body, String... codings) {
        return new RequestDecoder(RequestBounds.defaults().withMaxInflatedBytes(1000))
                .decode("POST", null, null, List.of(codings), body);
    }

    private static String fault(DecodedRequest request) {
        RequestFault fault = request.fault().orElseThrow();
        return fault.status() + " " + fault.message();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", " GZip ", "identity, gzip", "", "identity"})
    void decode_gzip_isInflatedWithOrWithoutHeader(String coding) {
        byte[] form = Packing.utf8("data=[{}]&ip=0");
        DecodedRequest request = decode(Packing.gzip(form), coding);
        assertThat(request.json()).isEqualTo(Packing.utf8("[{}]"));
        assertThat(request.parameters().first("ip")).hasValue("0");
        assertThat(request.body()).isEqualTo(form);
    }

    @Test
    void decode_gzipOfSeveralMembers_isJoined() {
        byte[] start = Packing.gzip(Packing.utf8("[{"));
        byte[] members = joined(start, Packing.gzip(new byte[0]), Packing.gzip(Packing.utf8("}]")));
        assertThat(decode(members, "gzip").json()).isEqualTo(Packing.utf8("[{}]"));
    }

    @Test
    void decode_damagedGzip_isAFaultThatKeepsTheBody() {
        byte[] gzip = Packing.gzip(Packing.utf8("data=[{}]"));
        for (int length = 2; length < gzip.length; length++) {
            DecodedRequest cut = decode(Arrays.copyOf(gzip, length), "gzip");
            assertThat(fault(cut)).startsWith("400 body, damaged gzip: ");
            assertThat(cut.body()).hasSize(length);
        }
        byte[] altered = gzip.clone();
        altered[gzip.length - 6] ^= 1;
        assertThat(fault(decode(altered))).isEqualTo("400 body, damaged gzip: the checksum does not match");
        assertThat(fault(decode(joined(gzip, Packing.utf8("&x")), "gzip")))
                .isEqualTo("400 body, damaged gzip: other data follows its end");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "deflate; 415 content encoding, only gzip is supported",
                "br; 415 content encoding, only gzip is supported",
                "gzip, br; 415 content encoding, only gzip is supported",
                "gzip,gzip; 415 content encoding, gzip may be applied only once",
                "gzip; 400 body, not gzip although Content-Encoding says so",
            })
    void decode_otherContentEncoding_isAFault(String coding, String fault) {
        byte[] body = Packing.utf8("[{}]");
        assertThat(fault(decode(body, coding))).isEqualTo(fault);
        assertThat(fault(decode(body, coding.split(",")))).isEqualTo(fault);
        assertThat(decode(body, coding).body()).isEqualTo(body);
        assertThat(decode(new byte[0], coding).fault()).hasValue(RequestFault.DATA_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", ""})
    void decode_gzipThatIsNotTaken_isAFaultThatTellsWhatItHolds(String coding) {
        byte[] plain = Packing.utf8("data=[{}]&verbose=1");
        DecodedRequest refused = decodeWithoutGzip(Packing.gzip(plain), coding);
        assertThat(fault(refused)).isEqualTo("400 body, gzip is not accepted here");
        assertThat(refused.body()).isEqualTo(plain);
        assertThat(refused.parameters().first("verbose")).isEmpty();
    }

    @Test
    void decode_withoutGzip_readsAllElse() {
        byte[] body = Packing.utf8("[{}]");
        assertThat(decodeWithoutGzip(body, "identity").json()).isEqualTo(body);
        assertThat(fault(decodeWithoutGzip(body, "gzip")))
                .isEqualTo("400 body, not gzip although Content-Encoding says so");
        assertThat(fault(decodeWithoutGzip(body, "br"))).isEqualTo("415 content encoding, only gzip is supported");
        assertThat(decodeWithoutGzip(new byte[0], "gzip").fault()).hasValue(RequestFault.DATA_MISSING);
    }

    private static DecodedRequest decodeWithoutGzip(byte[] body, String coding) {
        return new RequestDecoder(RequestBounds.defaults())
                .withoutGzip()
                .decode("POST", null, null, List.of(coding), body);
    }

    @Test
    void decode_inflatedOverTheBound_isTooLarge() {
        byte[] within = Packing.utf8("[" + " ".repeat(998) + "]");
        assertThat(decode(Packing.gzip(within)).fault()).isEmpty();
        for (int bytes : new int[] {1001, 50_000_000}) {
            DecodedRequest bomb = decode(Packing.gzip(new byte[bytes]), "gzip");
            assertThat(fault(bomb)).isEqualTo("413 request exceeds max limit of 1000 bytes");
            assertThat(bomb.body()).hasSizeLessThan(50_000);
        }
    }
}
