package io.github.profileengine.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Unpacks what official clients put into {@code data}, or into a body of its own: JSON as it is, JSON inside a JSON
 * text, or base64 of JSON with either alphabet, with or without padding, and with spaces where a form decoder ate each
 * {@code +}. What it is, the first character tells, never a header.
 */
public final class Payload {

    private Payload() {}

    /**
     * The JSON inside a payload, unchecked.
     *
     * @param data the payload after form decoding and inflating
     * @return the bytes of the JSON text; empty if the payload is neither JSON nor base64
     */
    public static Optional<byte[]> unpack(byte[] data) {
        int at = 0;
        while (at < data.length && SyntaxScanner.isBlank(data[at])) {
            at++;
        }
        byte first = at < data.length ? data[at] : 0;
        if (first == '{' || first == '[') {
            return Optional.of(data);
        }
        return first == '"' ? insideText(data) : base64(data);
    }

    private static Optional<byte[]> insideText(byte[] data) {
        try {
            Object text = JsonText.read(data, ReaderOptions.defaults());
            return Optional.of(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> base64(byte[] data) {
        String text = new String(data, StandardCharsets.ISO_8859_1)
                .strip()
                .replace(' ', '+')
                .replace('-', '+')
                .replace('_', '/');
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
