package io.github.profileengine.wire;

import java.util.Arrays;

/**
 * Checks the grammar of one JSON text (RFC 8259) without building any value. It can stop and resume at any line break.
 *
 * <h2>Why a scanner beside the parser</h2>
 *
 * Jackson reads the records. But it cannot say how a line is malformed, continue after a failure, or skip nesting of
 * any depth in little memory. This class does only that: it holds one bit for each open list or object, and no values.
 * It runs where the parser gave up, and over texts that are too long to be decoded at once.
 *
 * <p>Not thread-safe.
 */
final class SyntaxScanner {

    /** What the grammar expects next. */
    enum Expected {
        VALUE,
        ELEMENT_OR_END,
        NAME,
        NAME_OR_END,
        COLON,
        SEPARATOR
    }

    /** Is called at the end of a list or object whose outer depth was passed to {@link #watchedDepth}. */
    interface CloseListener {
        void closed(int indexAfter);
    }

    private final CloseListener listener;
    private long[] objects = new long[2];
    private int depth;
    private int deepest;
    private int longestNumber;
    private Expected expected = Expected.VALUE;
    private int rootDepth;
    private boolean complete;
    private int watchedDepth = -1;
    private int failedAt = -1;
    private boolean failedInText;

    SyntaxScanner(CloseListener listener) {
        this.listener = listener;
    }

    /** Resets everything; the next byte begins a new text. */
    void reset() {
        depth = 0;
        deepest = 0;
        longestNumber = 0;
        expected = Expected.VALUE;
        rootDepth = 0;
        complete = false;
        watchedDepth = -1;
        failedAt = -1;
        failedInText = false;
    }

    /** From now on the text is complete when the depth returns to {@code depthOutside}. */
    void rootDepth(int depthOutside) {
        rootDepth = depthOutside;
    }

    void watchedDepth(int depthOutside) {
        watchedDepth = depthOutside;
    }

    int depth() {
        return depth;
    }

    /** The greatest depth since the last reset. */
    int deepest() {
        return deepest;
    }

    /** The length of the longest number since the last reset, in characters. */
    int longestNumber() {
        return longestNumber;
    }

    Expected expected() {
        return expected;
    }

    boolean wantsValue() {
        return expected == Expected.VALUE || expected == Expected.ELEMENT_OR_END;
    }

    boolean isComplete() {
        return complete;
    }

    boolean hasFailed() {
        return failedAt >= 0;
    }

    /** The index of the offending byte, or the end of the bytes if they end too early. */
    int failedAt() {
        return failedAt;
    }

    /** Whether the offending byte is inside a string. */
    boolean failedInText() {
        return failedInText;
    }

    /**
     * Continues the scan. {@code to} must be the end of a line or of the input, so that it cuts no token.
     *
     * @return the index after the text if it {@link #isComplete()}, the index of the offending byte if it
     *     {@link #hasFailed()}, else {@code to}
     */
    int scan(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            byte c = bytes[at];
            if (isBlank(c)) {
                at++;
                continue;
            }
            at = step(bytes, at, to, c);
            if (at < 0) {
                failedAt = ~at;
                return failedAt;
            }
            if (complete) {
                return at;
            }
        }
        return at;
    }

    static boolean isBlank(byte c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private int step(byte[] bytes, int at, int to, byte c) {
        return switch (expected) {
            case VALUE -> value(bytes, at, to, c);
            case ELEMENT_OR_END -> c == ']' ? close(at) : value(bytes, at, to, c);
            case NAME_OR_END -> c == '}' ? close(at) : name(bytes, at, to, c);
            case NAME -> name(bytes, at, to, c);
            case COLON -> colon(at, c);
            case SEPARATOR -> separator(at, c);
        };
    }

    private int colon(int at, byte c) {
        if (c != ':') {
            return ~at;
        }
        expected = Expected.VALUE;
        return at + 1;
    }

    private int separator(int at, byte c) {
        boolean inObject = inObject();
        if (c == ',') {
            expected = inObject ? Expected.NAME : Expected.VALUE;
            return at + 1;
        }
        return c == (inObject ? '}' : ']') ? close(at) : ~at;
    }

    private int name(byte[] bytes, int at, int to, byte c) {
        if (c != '"') {
            return ~at;
        }
        int end = text(bytes, at, to);
        if (end >= 0) {
            expected = Expected.COLON;
        }
        return end;
    }

    private int value(byte[] bytes, int at, int to, byte c) {
        return switch (c) {
            case '{' -> open(at, true);
            case '[' -> open(at, false);
            case '"' -> scalar(text(bytes, at, to));
            case 't', 'f', 'n' -> scalar(TokenEnd.word(bytes, at, to));
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> scalar(number(bytes, at, to));
            default -> ~at;
        };
    }

    private int text(byte[] bytes, int at, int to) {
        int end = TokenEnd.text(bytes, at + 1, to);
        failedInText = end < 0;
        return end;
    }

    private int number(byte[] bytes, int at, int to) {
        int end = TokenEnd.number(bytes, at, to);
        longestNumber = Math.max(longestNumber, end - at);
        return end;
    }

    private int scalar(int end) {
        if (end >= 0) {
            valueEnded();
        }
        return end;
    }

    private void valueEnded() {
        expected = Expected.SEPARATOR;
        complete = depth == rootDepth;
    }

    private int open(int at, boolean object) {
        int word = depth >> 6;
        if (word == objects.length) {
            objects = Arrays.copyOf(objects, word * 2);
        }
        long bit = 1L << depth;
        objects[word] = object ? objects[word] | bit : objects[word] & ~bit;
        depth++;
        deepest = Math.max(deepest, depth);
        expected = object ? Expected.NAME_OR_END : Expected.ELEMENT_OR_END;
        return at + 1;
    }

    private int close(int at) {
        depth--;
        valueEnded();
        if (depth == watchedDepth) {
            listener.closed(at + 1);
        }
        return at + 1;
    }

    boolean inObject() {
        return depth > 0 && (objects[(depth - 1) >> 6] & 1L << (depth - 1)) != 0;
    }
}
