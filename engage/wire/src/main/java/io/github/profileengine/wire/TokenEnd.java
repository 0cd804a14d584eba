package io.github.profileengine.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the end of a JSON string, number or literal. Each function returns the index after the token. If the token is
 * invalid, it returns the complement ({@code ~index}) of the index of the offending byte.
 */
final class TokenEnd {

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private TokenEnd() {}

    /** A string; {@code from} is the index after the opening quote. */
    static int text(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int c = bytes[at];
            if (c >= ' ' && c != '"' && c != '\\') {
                at++;
            } else if (c == '"') {
                return at + 1;
            } else {
                int length =
                        c == '\\' ? escapeLength(bytes, at, to) : c < 0 ? Utf8Check.sequenceLength(bytes, at, to) : 0;
                if (length == 0) {
                    return ~at;
                }
                at += length;
            }
        }
        return ~to;
    }

    private static int escapeLength(byte[] bytes, int at, int to) {
        if (at + 1 >= to) {
            return 0;
        }
        return switch (bytes[at + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> isFourHex(bytes, at + 2, to) ? 6 : 0;
            default -> 0;
        };
    }

    private static boolean isFourHex(byte[] bytes, int from, int to) {
        int at = from;
        while (at < from + 4 && at < to && Character.digit(bytes[at], 16) >= 0) {
            at++;
        }
        return at == from + 4;
    }

    static int number(byte[] bytes, int from, int to) {
        int at = bytes[from] == '-' ? from + 1 : from;
        at = at < to && bytes[at] == '0' ? at + 1 : digits(bytes, at, to);
        if (at >= 0 && at < to && bytes[at] == '.') {
            at = digits(bytes, at + 1, to);
        }
        if (at >= 0 && at < to && (bytes[at] | 0x20) == 'e') {
            boolean signed = at + 1 < to && (bytes[at + 1] == '+' || bytes[at + 1] == '-');
            at = digits(bytes, signed ? at + 2 : at + 1, to);
        }
        return at;
    }

    /** One or more digits. */
    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > from ? at : ~at;
    }

    /** The literal {@code true}, {@code false} or {@code null}; anything else fails at its first character. */
    static int word(byte[] bytes, int from, int to) {
        byte[] word = bytes[from] == 't' ? TRUE : bytes[from] == 'f' ? FALSE : NULL;
        int end = from + word.length;
        boolean same = end <= to && Arrays.equals(bytes, from, end, word, 0, word.length);
        return same ? end : ~from;
    }
}
