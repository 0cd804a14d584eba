package io.github.profileengine.wire;

/**
 * The lines inside a text of several lines that begin with a list or object of their own which their line does not end:
 * the only lines that could still be the begin of a longer text, should the text around them prove malformed. A queue
 * in the order of the input; closed ones stay, since they may be whole texts.
 *
 * <p>How many are kept is bounded, by a part of how many a text can have. Should one with more fail, the lines from the
 * first that was not kept on are scanned anew: a few times, not once for each.
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

    /** Of which so many are kept. */
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

    /** The first line that was not kept; a very large number if all were. */
    long knownTo() {
        return knownTo;
    }

    /**
     * Adds the line at this position, where a list or object is opened outside of which the depth is {@code depth}.
     *
     * @return false if it is not kept, and no later one will be
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

    /** The depth outside the innermost open one, -1 if none is open. */
    int innermostDepth() {
        return innermostOpen < 0 ? -1 : depths[innermostOpen];
    }

    /** The innermost open one ends before this position, on the line of this number. */
    void close(long end, long number) {
        ends[innermostOpen] = end;
        endNumbers[innermostOpen] = number;
        innermostOpen = outer[innermostOpen];
    }

    /** Drops the last one if it began at {@code line} and ended there too: such a line is decided within itself. */
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

    /** The number of the line that the first one ends on. */
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
