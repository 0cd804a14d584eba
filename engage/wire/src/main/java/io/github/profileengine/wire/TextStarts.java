package io.github.profileengine.wire;

/**
 * The lines inside a text of several lines whose first token opens a list or object that does not end on that line. If
 * the text around them proves malformed, only these lines can still start a text of several lines. The entries form a
 * queue in the order of the input. Entries whose list or object has ended stay in it, because they may be complete
 * texts.
 *
 * <p>The number of entries is bounded, to a fraction of the number that a text can have. If a text with more of them
 * fails, the lines from the first one that was not kept are scanned again: a few times, but not once for each of them.
 */
final class TextStarts {

    private static final long OPEN = -1;

    private final int most;
    private long[] lines = new long[16];
    private long[] ends = new long[16];
    private long[] endNumbers = new long[16];
    private int[] depths = new int[16];
    private int[] outer = new int[16];
    private int first;
    private int count;
    private int innermostOpen = -1;
    private long knownTo = Long.MAX_VALUE;

    /** Keeps at most {@code most} entries. */
    TextStarts(int most) {
        this.most = most;
    }

    void clear() {
        knownTo = Long.MAX_VALUE;
        first = 0;
        count = 0;
        innermostOpen = -1;
    }

    int size() {
        return count - first;
    }

    /** The position of the first line that was not kept; {@link Long#MAX_VALUE} if all were kept. */
    long knownTo() {
        return knownTo;
    }

    /**
     * Adds the line at position {@code line}. It opens a list or object at a place where {@code depth} others are open.
     *
     * @return false if the line is not kept; no later line will be kept, either
     */
    boolean open(long line, int depth) {
        if (knownTo == Long.MAX_VALUE && size() == most) {
            knownTo = line;
        }
        if (knownTo != Long.MAX_VALUE) {
            return false;
        }
        if (count == lines.length) {
            makeRoom();
        }
        lines[count] = line;
        ends[count] = OPEN;
        depths[count] = depth;
        outer[count] = innermostOpen;
        innermostOpen = count++;
        return true;
    }

    private void makeRoom() {
        int left = size();
        int capacity = left > lines.length / 2 ? lines.length * 2 : lines.length;
        lines = moved(lines, new long[capacity]);
        ends = moved(ends, new long[capacity]);
        endNumbers = moved(endNumbers, new long[capacity]);
        depths = moved(depths, new int[capacity]);
        outer = moved(outer, new int[capacity]);
        for (int i = 0; i < left; i++) {
            outer[i] = Math.max(outer[i] - first, -1);
        }
        innermostOpen = Math.max(innermostOpen - first, -1);
        count = left;
        first = 0;
    }

    private <A> A moved(A from, A to) {
        System.arraycopy(from, first, to, 0, size());
        return to;
    }

    /** The depth outside the innermost open entry; -1 if none is open. */
    int innermostDepth() {
        return innermostOpen < 0 ? -1 : depths[innermostOpen];
    }

    /** Notes that the innermost open entry ends before the position {@code end}, on the line with this number. */
    void close(long end, long number) {
        ends[innermostOpen] = end;
        endNumbers[innermostOpen] = number;
        innermostOpen = outer[innermostOpen];
    }

    /** Drops the last entry if it began and ended on the line at {@code line}: such a line is decided alone. */
    void dropClosedAt(long line) {
        if (count > first && lines[count - 1] == line && ends[count - 1] != OPEN) {
            count--;
        }
    }

    boolean beginsAt(long line) {
        return first < count && lines[first] == line;
    }

    boolean firstIsOpen() {
        return ends[first] == OPEN;
    }

    long firstEnd() {
        return ends[first];
    }

    /** The number of the line on which the first entry ends. */
    long firstEndNumber() {
        return endNumbers[first];
    }

    int firstDepth() {
        return depths[first];
    }

    void removeFirst() {
        first++;
    }

    void removeBefore(long line) {
        while (first < count && lines[first] < line) {
            first++;
        }
    }
}
