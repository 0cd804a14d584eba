package io.github.profileengine.wire;

import org.jspecify.annotations.Nullable;

/**
 * Checks whether bytes are exactly one JSON text.
 *
 * @param start the index after a byte order mark
 * @param malformed what is wrong; null if nothing is
 */
record WholeText(int start, @Nullable Malformed malformed) {

    static WholeText of(byte[] bytes) {
        int start = ByteOrderMark.length(bytes, bytes.length);
        int to = bytes.length;
        SyntaxScanner scanner = new SyntaxScanner(indexAfter -> {});
        int at = scanner.scan(bytes, start, to);
        if (scanner.hasFailed()) {
            return failed(bytes, start, at, SyntaxProblem.of(scanner, bytes, to));
        } else if (!scanner.isComplete()) {
            return failed(bytes, start, to, SyntaxProblem.atEnd(scanner));
        }
        while (at < to && SyntaxScanner.isBlank(bytes[at])) {
            at++;
        }
        return at == to ? new WholeText(start, null) : failed(bytes, start, at, SyntaxProblem.trailing(bytes, at, to));
    }

    private static WholeText failed(byte[] bytes, int start, int at, String problem) {
        int lineStart = at;
        while (lineStart > start && bytes[lineStart - 1] != '\n') {
            lineStart--;
        }
        long line = Lines.count(bytes, start, at) + 1;
        return new WholeText(start, new Malformed(problem, line, Lines.column(bytes, lineStart, at)));
    }
}
