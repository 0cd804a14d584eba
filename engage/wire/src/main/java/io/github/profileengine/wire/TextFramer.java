package io.github.profileengine.wire;

import org.jspecify.annotations.Nullable;

/**
 * Cuts an input into JSON texts, one for each call of {@link #next()}.
 *
 * <h2>Rules</h2>
 *
 * A line that is a complete text is one text. A line that ends inside an open list or object continues on the next
 * lines. If that longer text proves malformed or too long, only the line where it began is rejected, and reading
 * resumes at the line after it. Blank lines are ignored. A text that shares its last line with anything else is
 * malformed.
 *
 * <h2>Why no byte is scanned more than a few times</h2>
 *
 * Resuming could scan the same lines again for each line: a file of a million lines {@code [} would take days. But no
 * token spans lines, so one scan shows what each line would be as the start of a text. {@link TextStarts} keeps each
 * line whose first token opens a list or object that does not end on it. If that value is open at the offending byte, a
 * text from here fails at the same byte. If it has ended, it is a complete text, unless something follows it. Any other
 * line is decided alone. If a text is too long, the scan goes on for the text from the next kept line.
 */
final class TextFramer {

    /** What {@link #next()} found; the end also at a last line that was cut off because reading failed. */
    enum Found {
        TEXT,
        MALFORMED,
        END
    }

    private final InputWindow window;
    private final WindowLines lines;
    private final long maxTextBytes;
    private final TextStarts starts;
    private final SyntaxScanner scanner = new SyntaxScanner(this::closed);
    private final SyntaxScanner lineScanner = new SyntaxScanner(indexAfter -> {});

    /** The start and number of the line to decide next. */
    private long line;

    private long lineNumber = 1;

    /** Lines before this position have been scanned, as part of the current text or of a rejected one. */
    private long scanned;

    private long scannedNumber = 1;

    /** Why the last rejected text, and every text still open inside it, is malformed; null if it was only too long. */
    private @Nullable Malformed failure;

    private @Nullable Malformed malformed;
    private long textStart;
    private long textEnd;

    TextFramer(InputWindow window, long maxTextBytes) {
        this.window = window;
        this.lines = new WindowLines(window);
        this.maxTextBytes = maxTextBytes;
        this.starts = new TextStarts((int) Math.min(1 << 28, Math.max(maxTextBytes / 16, 64)));
    }

    /** The position of the start of the line to decide next. */
    long line() {
        return line;
    }

    /** The number of that line, from 1. */
    long lineNumber() {
        return lineNumber;
    }

    /** Whether nothing after {@link #line()} has been scanned, so that another reader may take over there. */
    boolean isFresh() {
        return known() <= line;
    }

    /** Continues at the start of another line, after another reader has read everything before it. */
    void skipTo(long nextLine, long nextLineNumber) {
        line = nextLine;
        lineNumber = nextLineNumber;
    }

    /** After {@link Found#TEXT}: the position of the first byte of the text, or of blanks before it on its line. */
    long textStart() {
        return textStart;
    }

    /** After {@link Found#TEXT}: the position after the last byte of the text. */
    long textEnd() {
        return textEnd;
    }

    /** After {@link Found#MALFORMED}: the fault. */
    Malformed malformed() {
        assert malformed != null;
        return malformed;
    }

    /** Finds the next text. The bytes of a text stay in the window until the next call. */
    Found next() {
        window.keepFrom(line);
        while (line < known()) {
            Found found = resume();
            if (found != null) {
                return found;
            }
        }
        return begin();
    }

    // The position up to which lines inside a rejected text can be decided without a second scan.
    private long known() {
        return Math.min(scanned, starts.knownTo());
    }

    private Found begin() {
        scanner.reset();
        starts.clear();
        failure = null;
        scanned = line;
        scannedNumber = lineNumber;
        return extend();
    }

    /** Decides a line inside a rejected text; null if the line is blank. */
    private @Nullable Found resume() {
        if (!starts.beginsAt(line)) {
            return decideAlone();
        }
        boolean open = starts.firstIsOpen();
        long end = starts.firstEnd();
        long endNumber = starts.firstEndNumber();
        int depth = starts.firstDepth();
        starts.removeFirst();
        if (!open) {
            return endText(end, lines.sharedEnd(end), endNumber);
        }
        if (failure != null) {
            return reject(failure);
        }
        scanner.rootDepth(depth);
        return extend();
    }

    private @Nullable Found decideAlone() {
        long lineEnd = lines.end(line);
        lineScanner.reset();
        int to = window.index(lineEnd);
        int at = lineScanner.scan(window.bytes(), window.index(line), to);
        if (lineScanner.isComplete()) {
            return endText(window.position(at), lineEnd, lineNumber);
        }
        if (lineScanner.hasFailed()) {
            String problem = SyntaxProblem.of(lineScanner, window.bytes(), to);
            return reject(new Malformed(problem, lineNumber, lines.column(line, at)));
        }
        assert lineScanner.depth() == 0 : "a line that begins a longer text is among the starts";
        moveTo(lineEnd, lineNumber + 1);
        return null;
    }

    /** Scans line after line until the text that begins at {@link #line} is complete, malformed or too long. */
    private Found extend() {
        while (true) {
            window.keepFrom(line);
            long lineEnd = lines.findEnd(scanned, line + maxTextBytes + 2);
            if (lineEnd < 0 && scanned == line && skipLongLine()) {
                continue;
            }
            if (lineEnd < 0) {
                return scanned == line ? Found.MALFORMED : giveUp();
            }
            if (lineEnd == scanned) {
                return scanned == line ? Found.END : failAtEnd();
            }
            Found found = extendBy(lineEnd);
            if (found != null) {
                return found;
            }
        }
    }

    private @Nullable Found extendBy(long lineEnd) {
        boolean first = scanned == line;
        watchStart(lineEnd);
        int to = window.index(lineEnd);
        int at = scanner.scan(window.bytes(), window.index(scanned), to);
        if (scanner.hasFailed()) {
            return fail(SyntaxProblem.of(scanner, window.bytes(), to), at, lineEnd);
        }
        if (scanner.isComplete()) {
            return endScanned(at, lineEnd);
        }
        starts.dropClosedAt(scanned);
        scanner.watchedDepth(starts.innermostDepth());
        scanned = lineEnd;
        scannedNumber++;
        if (first && scanner.depth() == 0) {
            moveTo(lineEnd, scannedNumber);
            window.keepFrom(line);
        }
        return lineEnd - line > maxTextBytes ? giveUp() : null;
    }

    /** Keeps the line to scan if it begins with a list or object where a value may stand: a text could begin here. */
    private void watchStart(long lineEnd) {
        if (scanned > line && scanner.wantsValue()) {
            int to = window.index(lineEnd);
            int at = lines.firstFilled(window.index(scanned), to);
            boolean opens = at < to && (window.bytes()[at] == '{' || window.bytes()[at] == '[');
            if (opens && starts.open(scanned, scanner.depth())) {
                scanner.watchedDepth(scanner.depth());
            }
        }
    }

    private void closed(int indexAfter) {
        starts.close(window.position(indexAfter), scannedNumber);
        scanner.watchedDepth(starts.innermostDepth());
    }

    private Found endScanned(int at, long lineEnd) {
        int to = window.index(lineEnd);
        int tail = lines.firstFilled(at, to);
        if (tail < to) {
            return fail(SyntaxProblem.trailing(window.bytes(), tail, to), tail, lineEnd);
        }
        scannedNumber++;
        return text(window.position(at), lineEnd, scannedNumber);
    }

    /** Handles a text from {@link #line} to {@code end}, which is inside the line that ends at {@code lineEnd}. */
    private Found endText(long end, long lineEnd, long number) {
        int to = window.index(lineEnd);
        int tail = lines.firstFilled(window.index(end), to);
        if (tail < to) {
            long column = lines.column(lines.start(end, line), tail);
            return reject(new Malformed(SyntaxProblem.trailing(window.bytes(), tail, to), number, column));
        }
        return text(end, lineEnd, number + 1);
    }

    private Found text(long end, long nextLine, long nextNumber) {
        if (end - line > maxTextBytes) {
            return reject(Malformed.tooLong(maxTextBytes, lineNumber));
        }
        textStart = line;
        textEnd = end;
        moveTo(nextLine, nextNumber);
        return Found.TEXT;
    }

    private void moveTo(long nextLine, long nextNumber) {
        line = nextLine;
        lineNumber = nextNumber;
        starts.removeBefore(nextLine);
    }

    /** Rejects the text, which fails in the line at {@link #scanned}. */
    private Found fail(String problem, int at, long lineEnd) {
        failure = new Malformed(problem, scannedNumber, lines.column(scanned, at));
        if (scanned == line) {
            scanned = lineEnd;
            scannedNumber++;
        }
        return reject(failure);
    }

    private Found failAtEnd() {
        int end = window.index(window.limit());
        boolean lineEnded = lines.endsWithLineFeed(window.limit());
        long number = lineEnded ? scannedNumber : scannedNumber - 1;
        long column = lineEnded ? 1 : lines.column(lines.start(window.limit(), line), end);
        failure = new Malformed(SyntaxProblem.atEnd(scanner), number, column);
        return reject(failure);
    }

    private Found giveUp() {
        failure = null;
        return reject(Malformed.tooLong(maxTextBytes, lineNumber));
    }

    private Found reject(Malformed reason) {
        long lineEnd = lines.end(line);
        malformed = reason.ofTextFrom(lineNumber);
        moveTo(lineEnd, lineNumber + 1);
        return lines.isCut(lineEnd) ? Found.END : Found.MALFORMED;
    }

    /** Skips a line that is too long to be held. Returns whether it is blank, and so is ignored. */
    private boolean skipLongLine() {
        malformed = Malformed.tooLong(maxTextBytes, lineNumber);
        boolean blank = lines.passOver(scanned);
        scanned = lines.passed();
        scannedNumber = lineNumber + 1;
        moveTo(scanned, scannedNumber);
        return blank;
    }
}
