package io.github.profileengine.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Unpacks the payload that official clients send in {@code data} or as the whole body: JSON, JSON inside a JSON string,
 * or base64 of JSON. Base64 may use either alphabet, one line or several, and padding or none. It may also have spaces
 * where a form decoder replaced each {@code +}. The first character after an optional byte order mark decides which
 * form it is; headers do not count.
 */
public final class Payload {

    private Payload() {}

    /**
     * The JSON inside a payload, unchecked.
     *
     * @param data the payload after form decoding and inflating
     * @return the bytes of the JSON text; empty if the payload is neither JSON nor base64 of a text
     */
    public static Optional<byte[]> unpack(byte[] data) {
        int start = start(data);
        byte first = start < data.length ? data[start] : 0;
        if (first == '{' || first == '[') {
            return Optional.of(data);
        }
        return first == '"' ? insideText(data) : base64(data, start);
    }

    /** The index at which a payload begins, after a byte order mark and blanks; the length if nothing else follows. */
    public static int start(byte[] data) {
        int at = ByteOrderMark.length(data, data.length);
        while (at < data.length && SyntaxScanner.isBlank(data[at])) {
            at++;
        }
        return at;
    }

    private static Optional<byte[]> insideText(byte[] data) {
        try {
            Object text = JsonText.read(data, ReaderOptions.defaults());
            return Optional.of(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> base64(byte[] data, int from) {
        byte[] digits = new byte[data.length - from];
        int count = 0;
        int end = data.length;
        while (end > from && SyntaxScanner.isBlank(data[end - 1])) {
            end--;
        }
        for (int at = from; at < end; at++) {
            if (!isLineBreak(data[at])) {
                digits[count++] = standard(data[at]);
            }
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(Arrays.copyOf(digits, withoutPadding(digits, count)));
            return Optional.of(decoded).filter(Payload::isText);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Ignored, because many tools wrap base64 into lines. */
    private static boolean isLineBreak(byte digit) {
        return digit == '\n' || digit == '\r';
    }

    private static byte standard(byte digit) {
        return switch (digit) {
            case ' ', '-' -> (byte) '+';
            case '_' -> (byte) '/';
            default -> digit;
        };
    }

    /** The number of digits without padding. More than two {@code =} all stay, so that the decoder refuses them. */
    private static int withoutPadding(byte[] digits, int count) {
        int end = count;
        while (end > 0 && digits[end - 1] == '=') {
            end--;
        }
        return count - end > 2 ? count : end;
    }

    /**
     * Whether the bytes are JSON or valid UTF-8. Plain words happen to be valid base64, too, but they decode to bytes
     * that are no text.
     */
    private static boolean isText(byte[] decoded) {
        int start = start(decoded);
        return start < decoded.length && (decoded[start] == '{' || decoded[start] == '[')
                || Utf8Check.firstInvalid(decoded, 0, decoded.length) == decoded.length;
    }
}
