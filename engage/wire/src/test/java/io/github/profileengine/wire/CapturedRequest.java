package io.github.profileengine.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A request of an official client, byte for byte, taken apart as far as its payload needs. */
final class CapturedRequest {

    private final String head;
    private final byte[] body;

    private CapturedRequest(String head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    static CapturedRequest of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return new CapturedRequest(
                text.substring(0, end), text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The JSON that the request carries, as text. */
    Optional<String> payload() {
        try {
            String content = new String(
                    Gzip.inflated(new ByteArrayInputStream(body), 1 << 20).readAllBytes(), StandardCharsets.UTF_8);
            String target = head.substring(0, head.indexOf(" HTTP/"));
            Optional<String> data = parameter(target.substring(target.indexOf('?') + 1))
                    .or(() -> content.startsWith("{") || content.startsWith("[")
                            ? Optional.of(content)
                            : parameter(content));
            return data.map(CapturedRequest::json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> parameter(String form) {
        for (String field : form.split("&", -1)) {
            if (field.startsWith("data=")) {
                return Optional.of(URLDecoder.decode(field.substring(5), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static String json(String data) {
        return new String(Payload.unpack(Records.utf8(data)).orElseThrow(), StandardCharsets.UTF_8);
    }
}
