package io.github.profileengine.wire;

/**
 * Finds lines in an {@link InputWindow}. Positions count from the start of the input; indexes are those of the window.
 *
 * <p>Many texts may begin on lines of their own, but end or fail on the same long line. So a search within a line
 * continues where the last search of that line stopped.
 */
final class WindowLines {

    private final InputWindow window;
    private long passed;

    // There is no line feed from searchedFrom to searchedTo.
    private long searchedFrom = -1;
    private long searchedTo = -1;
    // The line of every position from insideFrom up to lineEnd, exclusive, ends at lineEnd.
    private long insideFrom = -1;
    private long lineEnd = -1;
    // The line of every position from lineStart to insideTo begins at lineStart.
    private long lineStart = -1;
    private long insideTo = -1;
    // The byte at columnAt is in this column of the line that begins at columnStart.
    private long columnStart = -1;
    private long columnAt;
    private long column;

    WindowLines(InputWindow window) {
        this.window = window;
    }

    /**
     * The position after the line that contains {@code from}: after its line feed, or after the last byte of the input.
     * Reads on as far as needed. Returns -1 if the line reaches beyond {@code most}.
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
            // Return -1 even if the end is already in the window: the result must not depend on how much the window
            // holds.
            if (end > most) {
                return -1;
            }
            if (feed >= 0 || !window.fill()) {
                return end;
            }
        }
        return -1;
    }

    /** Skips the line that begins at {@code from} without holding it. Returns whether the line is blank. */
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

    /** The position after the line that was skipped last. */
    long passed() {
        return passed;
    }

    /** The position after the line that contains {@code from}. The window must hold that line to its end. */
    long end(long from) {
        int feed = window.lineFeed(window.index(from), window.index(window.limit()));
        return feed < 0 ? window.limit() : window.position(feed + 1);
    }

    /**
     * The same as {@link #end}, but remembers the line: many texts may end on one line, and each of them asks for its
     * end.
     */
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

    /** The start of the line that contains {@code inside}, but not before {@code least}. */
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

    /** The index of the first byte that is not blank; {@code to} if all bytes are blank. */
    int firstFilled(int from, int to) {
        int at = from;
        while (at < to && SyntaxScanner.isBlank(window.bytes()[at])) {
            at++;
        }
        return at;
    }

    /** The column of the byte at index {@code at}, in the line that begins at position {@code start}. */
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

    /** Whether a line ends with a line feed. */
    boolean endsWithLineFeed(long lineEnd) {
        return window.bytes()[window.index(lineEnd) - 1] == '\n';
    }

    /** Whether a line was cut off because reading failed. Nobody knows how it goes on, so it is not to blame. */
    boolean isCut(long lineEnd) {
        return window.failure() != null && lineEnd == window.limit() && !endsWithLineFeed(lineEnd);
    }
}
