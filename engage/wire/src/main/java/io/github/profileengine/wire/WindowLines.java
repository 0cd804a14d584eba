package io.github.profileengine.wire;

/**
 * Finds lines in an {@link InputWindow}. Positions count from the start of the input, indexes are those of the window.
 */
final class WindowLines {

    private final InputWindow window;
    private long passed;

    WindowLines(InputWindow window) {
        this.window = window;
    }

    /**
     * The position after the line that {@code from} lies in, reading on as far as needed: after its line feed, or after
     * the last byte of the input; -1 if the line reaches beyond {@code most}.
     */
    long findEnd(long from, long most) {
        long search = from;
        while (true) {
            int feed = window.lineFeed(window.index(search), window.index(window.limit()));
            long end = feed < 0 ? window.limit() : window.position(feed + 1);
            // Beyond the most also if the end is at hand: how much the window holds must not decide.
            if (end > most) {
                return -1;
            }
            search = end;
            if (feed >= 0 || !window.fill()) {
                return end;
            }
        }
    }

    /** Passes over the line that begins at {@code from} without holding it; whether it is blank. */
    boolean passOver(long from) {
        boolean blank = true;
        passed = from;
        while (true) {
            int first = window.index(passed);
            int to = window.index(window.limit());
            int feed = window.lineFeed(first, to);
            int end = feed < 0 ? to : feed + 1;
            blank = blank && firstFilled(first, end) == end;
            passed = window.position(end);
            window.keepFrom(passed);
            if (feed >= 0 || !window.fill()) {
                return blank;
            }
        }
    }

    /** The position after the line passed over last. */
    long passed() {
        return passed;
    }

    /** The position after the line that {@code from} lies in, which is in the window to its end. */
    long end(long from) {
        int feed = window.lineFeed(window.index(from), window.index(window.limit()));
        return feed < 0 ? window.limit() : window.position(feed + 1);
    }

    /** The begin of the line that {@code inside} lies in, but not before {@code least}. */
    long start(long inside, long least) {
        int at = window.index(inside);
        int first = window.index(least);
        while (at > first && window.bytes()[at - 1] != '\n') {
            at--;
        }
        return window.position(at);
    }

    /** The index of the first byte that is not blank; {@code to} if all are. */
    int firstFilled(int from, int to) {
        int at = from;
        while (at < to && SyntaxScanner.isBlank(window.bytes()[at])) {
            at++;
        }
        return at;
    }

    /** The column of the byte at an index, in the line that begins at a position. */
    long column(long lineStart, int at) {
        return Lines.column(window.bytes(), window.index(lineStart), at);
    }
}
