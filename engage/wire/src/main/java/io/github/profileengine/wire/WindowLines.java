package io.github.profileengine.wire;

/**
 * Finds lines in an {@link InputWindow}. Positions count from the start of the input, indexes are those of the window.
 *
 * <p>Many texts may begin on lines of their own and end, or fail, on one long line; so each search of a line begins
 * where the one before, of the same line, ended.
 */
final class WindowLines {

    private final InputWindow window;
    private long passed;

    // There is no line feed from the first position to the second.
    private long searchedFrom = -1;
    private long searchedTo = -1;
    // The line of all positions from the first to before the second ends at the second.
    private long insideFrom = -1;
    private long lineEnd = -1;
    // The line of all positions from the first to the second begins at the first.
    private long lineStart = -1;
    private long insideTo = -1;
    // The byte at the second is in this column of the line that begins at the first.
    private long columnStart = -1;
    private long columnAt;
    private long column;

    WindowLines(InputWindow window) {
        this.window = window;
    }

    /**
     * The position after the line that {@code from} lies in, reading on as far as needed: after its line feed, or after
     * the last byte of the input; -1 if the line reaches beyond {@code most}.
     */
    long findEnd(long from, long most) {
        if (searchedFrom != from) {
            searchedFrom = from;
            searchedTo = from;
        }
        while (searchedTo <= most) {
            int feed = window.lineFeed(window.index(searchedTo), window.index(window.limit()));
            searchedTo = feed < 0 ? window.limit() : window.position(feed);
            long end = feed < 0 ? searchedTo : searchedTo + 1;
            // Beyond the most also if the end is at hand: how much the window holds must not decide.
            if (end > most) {
                return -1;
            }
            if (feed >= 0 || !window.fill()) {
                return end;
            }
        }
        return -1;
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

    /** As {@link #end}, of a line in which many texts may end, and so is asked for that of each. */
    long sharedEnd(long from) {
        if (from < insideFrom || from >= lineEnd) {
            boolean before = from < insideFrom;
            int feed = window.lineFeed(window.index(from), window.index(before ? insideFrom : window.limit()));
            if (feed >= 0) {
                lineEnd = window.position(feed + 1);
            } else if (!before) {
                lineEnd = window.limit();
            }
            insideFrom = from;
        }
        return lineEnd;
    }

    /** The begin of the line that {@code inside} lies in, but not before {@code least}. */
    long start(long inside, long least) {
        if (inside < lineStart || inside > insideTo || least > lineStart) {
            int at = window.index(inside);
            int first = window.index(least);
            while (at > first && window.bytes()[at - 1] != '\n') {
                at--;
            }
            lineStart = window.position(at);
            insideTo = inside;
        }
        return lineStart;
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
    long column(long start, int at) {
        long position = window.position(at);
        if (start != columnStart) {
            columnStart = start;
            columnAt = start;
            column = 1;
        }
        int known = window.index(columnAt);
        column +=
                known <= at ? Lines.column(window.bytes(), known, at) - 1 : 1 - Lines.column(window.bytes(), at, known);
        columnAt = position;
        return column;
    }
}
