package io.github.profileengine.wire.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateText;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequestDecoderProperties {

    private static final RequestDecoder DECODER = new RequestDecoder(new RequestBounds(1 << 16, 1 << 16, 100));

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "text/plain;charset=UTF-8",
            "",
            "multipart/form-data; boundary=" + Packing.BOUNDARY);

    @Property
    void decode_anyJsonInEachPacking_givesTheJson(
            @ForAll("json") String json, @ForAll Packing packing, @ForAll("types") String type) {
        String given = packing == Packing.MULTIPART ? TYPES.get(4) : type;
        DecodedRequest decoded = DECODER.decode("POST", "ip=1", given, List.of(), packing.pack(json));
        assertThat(decoded.fault()).isEmpty();
        assertThat(new String(decoded.json(), StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Property
    void decode_anyJsonInQuery_givesTheJson(@ForAll("json") String json) {
        String plain = URLEncoder.encode(json, StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().encodeToString(Packing.utf8(json));
        for (String data : List.of(plain, base64)) {
            DecodedRequest decoded = DECODER.decode("GET", "data=" + data, null, List.of(), new byte[0]);
            assertThat(new String(decoded.json(), StandardCharsets.UTF_8)).isEqualTo(json);
        }
    }

    @Property
    void decode_anyBytes_givesPayloadOrFault(
            @ForAll("bytes") byte[] body, @ForAll("types") String type, @ForAll("codings") List<String> codings) {
        DecodedRequest decoded =
                DECODER.decode("POST", new String(body, StandardCharsets.ISO_8859_1), type, codings, body);
        DecodedRequest ofBody = DECODER.decode("POST", null, type, codings, body);
        for (DecodedRequest each : List.of(decoded, ofBody)) {
            assertThat(each.json().length == 0).isEqualTo(each.fault().isPresent());
            // Reading the JSON that was found must not throw either.
            UpdateText.read(each.json(), ReaderOptions.defaults());
            EventReader.ofRequests().read(each.json(), "t");
        }
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(TYPES);
    }

    @Provide
    Arbitrary<List<String>> codings() {
        return Arbitraries.of(List.of(), List.of("gzip"), List.of("identity, x-gzip"), List.of("br"));
    }

    /** Lists and objects with texts that packings escape. */
    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(10).map(text -> text.replaceAll("\\p{Cs}", "?")),
                Arbitraries.of(
                        "a+b c", "%41%", "&data=x", "=", "\ud83d\ude00", "\u00fb\u00ff\u00fe", "\\\"", "???>>>"));
        Arbitrary<Object> values = Arbitraries.oneOf(
                texts.map(text -> (Object) text), Arbitraries.longs().map(number -> (Object) number));
        Arbitrary<Map<String, Object>> objects = Arbitraries.maps(texts, values).ofMaxSize(3);
        return Arbitraries.oneOf(
                objects.map(CanonicalText::of), objects.list().ofMaxSize(3).map(CanonicalText::of));
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> parts = Arbitraries.oneOf(
                Arbitraries.of(
                                "data=",
                                "&",
                                "%",
                                "%7B",
                                "+",
                                "{",
                                "[",
                                "\"",
                                "}",
                                "]",
                                "=",
                                "==",
                                "W3t9XQ",
                                " ",
                                "\r\n",
                                "--",
                                "--" + Packing.BOUNDARY,
                                "; name=\"data\"",
                                "{\"event\":\"$merge\",\"properties\":",
                                "\ufeff")
                        .map(Packing::utf8),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(8),
                Arbitraries.of(Packing.class).map(packing -> packing.pack("[{\"$token\":\"t\"}]")));
        return Combinators.combine(
                        parts.list().ofMaxSize(6), Arbitraries.integers().between(0, 400))
                .as(RequestDecoderProperties::joined);
    }

    /** The joined parts, cut off somewhere. */
    private static byte[] joined(List<byte[]> parts, int most) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return Arrays.copyOf(out.toByteArray(), Math.min(most, out.size()));
    }
}
