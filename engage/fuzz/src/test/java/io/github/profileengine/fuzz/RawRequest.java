package io.github.profileengine.fuzz;

import io.github.profileengine.wire.request.DecodedRequest;
import io.github.profileengine.wire.request.RequestBounds;
import io.github.profileengine.wire.request.RequestDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses any bytes as an HTTP request, even if they hardly look like one. */
final class RawRequest {
    private static final RequestDecoder DECODER = new RequestDecoder(
            RequestBounds.defaults().withMaxBodyBytes(1 << 20).withMaxInflatedBytes(1 << 20));

    private final String[] head;
    private final byte[] body;

    RawRequest(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        head = (end < 0 ? text : text.substring(0, end)).split("\r\n");
        body = end < 0 ? new byte[0] : Arrays.copyOfRange(bytes, end + 4, bytes.length);
    }

    private List<String> headers(String name) {
        return Arrays.stream(head)
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    private @Nullable String query() {
        String line = head.length == 0 ? "" : head[0];
        int query = line.indexOf('?');
        int version = line.lastIndexOf(' ');
        return query < 0 ? null : line.substring(query + 1, Math.max(version, query + 1));
    }

    DecodedRequest decoded() {
        String method = head.length > 0 && head[0].startsWith("GET ") ? "GET" : "POST";
        return DECODER.decode(
                method,
                query(),
                headers("Content-Type").stream().findFirst().orElse(null),
                headers("Content-Encoding"),
                body);
    }

    /** Decodes a payload that is sent as the body itself. */
    static DecodedRequest ofBody(byte[] payload) {
        return DECODER.decode("POST", null, "application/json", List.of(), payload);
    }
}
