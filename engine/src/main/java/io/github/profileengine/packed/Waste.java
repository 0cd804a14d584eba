package io.github.profileengine.packed;

import io.github.profileengine.representation.HeapSize;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Counts the bytes allocated in each chunk of a slab, and the garbage among them: whether a compaction pays, and for
 * which chunks. Only the writer uses it, except that {@link #droppedObjects} and {@link #heapBytes} are hints for any
 * thread, and that any writer may ask {@link #isTooMuch} of a frozen one.
 */
final class Waste {
    private static final int PARTS = 24;
    // With less, records that change size are moved more often; with more, these took more heap than maps do.
    private static final int SIXTH = 4;
    // Every fork leaves much garbage, and the less often chunks are evacuated, the less in them is still in use.
    private static final int TWO_THIRDS = 16;
    private static final int EIGHTH = 3;
    // Each freeze that a write follows leaves a chunk or two. Chunks are not too many if large records, one in each,
    // may account for them.
    private static final int MANY_CHUNKS = 64;
    private static final int MANY_TIMES = 16;
    // A slab with less than so many full chunks is compacted whole: that is cheap, and many small chunks become one.
    private static final int SMALL_CHUNKS = 4;
    // A compaction leaves up to half of the tolerated garbage. With less, more of what it moves is in use; with more,
    // the table is walked more often.
    private static final int STAYING_DIVISOR = 2;
    private static final int SPARE_CHUNKS = 8;
    // How many compactions tolerate more garbage after a fork; each fork begins the count anew.
    private static final int FORKED = 2;
    private static final long NOT_POSTPONED = -1;
    private static final int OWN_BYTES = 72;

    // Numbers kept for each chunk: bytes allocated; the garbage among them; bytes of objects that only the chunk holds.
    private static final int GIVEN = 0;
    private static final int LEFT = 1;
    private static final int DROPPED = 2;
    private static final int COLUMNS = 3;

    private final PackedSizes sizes;
    // How many of the next compactions tolerate more because of a fork.
    private final int forked;
    private long[] byChunk;
    private long given;
    private long left;
    private long dropped;
    // Bytes of objects that both an abandoned record and the one in its place hold.
    private long shared;
    // Whether there have been any. Nothing records which chunks hold those that were dropped since.
    private boolean hasShared;
    // No compaction is tried with no more garbage than this.
    private long postponed = NOT_POSTPONED;
    // Whether it was too much when last asked, or there has been more garbage or a new chunk since. In a frozen slab
    // nothing else changes any more, so all who ask find the same.
    private boolean mayBeTooMuch = true;

    Waste(PackedSizes sizes) {
        this(sizes, 0, new long[COLUMNS]);
    }

    private Waste(PackedSizes sizes, int forked, long[] byChunk) {
        this.sizes = sizes;
        this.forked = forked;
        this.byChunk = byChunk;
    }

    /** A copy for a fork. */
    Waste forked() {
        Waste copy = new Waste(sizes, FORKED, byChunk.clone());
        copy.given = given;
        copy.left = left;
        copy.dropped = dropped;
        copy.shared = shared;
        copy.hasShared = hasShared;
        copy.postponed = postponed;
        return copy;
    }

    /** The numbers of the chunks that stay after a compaction; no objects are shared then. */
    Waste without(CompactionPlan compaction, int chunks) {
        Waste staying = new Waste(sizes, forksAfterwards(), new long[Math.max(1, compaction.stayingCount()) * COLUMNS]);
        int to = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            if (compaction.stays(chunk)) {
                System.arraycopy(byChunk, chunk * COLUMNS, staying.byChunk, to, COLUMNS);
                to += COLUMNS;
                staying.given += of(chunk, GIVEN);
                staying.left += of(chunk, LEFT);
                staying.dropped += of(chunk, DROPPED);
            }
        }
        return staying;
    }

    private long of(int chunk, int column) {
        return byChunk[chunk * COLUMNS + column];
    }

    /** Makes room for so many chunks; the last one is new. */
    void reserve(int chunks) {
        int needed = chunks * COLUMNS;
        if (needed > byChunk.length) {
            byChunk = Arrays.copyOf(byChunk, Math.max(needed, byChunk.length * 2));
        }
        mayBeTooMuch = true;
    }

    void allocate(int chunk, int bytes) {
        byChunk[chunk * COLUMNS + GIVEN] += bytes;
        given += bytes;
    }

    /** Counts allocated bytes that have become garbage. */
    void leave(int chunk, int bytes) {
        byChunk[chunk * COLUMNS + LEFT] += bytes;
        left += bytes;
        mayBeTooMuch = true;
    }

    /** Counts bytes as allocated that are garbage at once. */
    void lose(int chunk, int bytes) {
        allocate(chunk, bytes);
        leave(chunk, bytes);
    }

    /** Counts bytes of objects that only a chunk still holds. */
    void drop(int chunk, long bytes) {
        byChunk[chunk * COLUMNS + DROPPED] += bytes;
        dropped += bytes;
        mayBeTooMuch |= bytes > 0;
    }

    /** Counts bytes of objects that an abandoned record still holds, as the one in its place does too. */
    void share(long bytes) {
        shared += bytes;
        hasShared |= bytes > 0;
    }

    /**
     * Counts a shape that an abandoned record still holds.
     *
     * @param bytes of that shape; 0 if it holds none
     * @param lost how many of these the record in its place does not hold
     */
    void leaveShape(int chunk, long bytes, long lost) {
        drop(chunk, lost);
        hasShared |= bytes > lost;
    }

    /**
     * Counts bytes of objects that a record releases. If any are shared, these may be, and then only a chunk still
     * holds them. All that may be are counted, so that remains of large objects never add up unseen.
     */
    void release(long bytes) {
        if (shared > 0 && bytes > 0) {
            long held = Math.min(bytes, shared);
            shared -= held;
            dropped += held;
            mayBeTooMuch = true;
        }
    }

    /** Bytes of a chunk that are in use. */
    long live(int chunk) {
        return of(chunk, GIVEN) - of(chunk, LEFT);
    }

    long droppedObjects() {
        return dropped;
    }

    /** The heap of these numbers. */
    long heapBytes() {
        return OWN_BYTES + HeapSize.ARRAY + (long) byChunk.length * Long.BYTES;
    }

    /**
     * A compaction begins. If it succeeds, its result has numbers of its own. If there is no memory for it, the next
     * try waits until a part of what is in use has become garbage: each try searches the heap for memory, and wastes
     * the end of a chunk.
     */
    void postpone() {
        postponed = left + dropped + (given - left) / PARTS;
        mayBeTooMuch = false;
    }

    /** Without a compaction there is no room any more. */
    void postponeNoMore() {
        postponed = NOT_POSTPONED;
        mayBeTooMuch = true;
    }

    /**
     * Whether over a sixth is garbage, two thirds soon after a fork, an eighth if no chunk can be added, or there are
     * many small chunks. Once it is {@linkplain #postpone postponed}, only when there is more garbage.
     */
    boolean isTooMuch(int chunks) {
        // Every update asks, and most leave no garbage.
        if (mayBeTooMuch) {
            // Divides only where it may matter, in isManySmall.
            long waste = left + dropped;
            mayBeTooMuch = waste > postponed
                    && (waste > sizes.leastGarbage() && waste * PARTS > given * tolerated(chunks, forked)
                            || isManySmall(chunks));
        }
        return mayBeTooMuch;
    }

    private boolean isManySmall(int chunks) {
        return chunks > MANY_CHUNKS && chunks > MANY_CHUNKS + given / sizes.chunkBytes() * MANY_TIMES;
    }

    private int tolerated(int chunks, int forks) {
        if (chunks >= sizes.maxChunks()) {
            return EIGHTH;
        }
        return forks > 0 ? TWO_THIRDS : SIXTH;
    }

    /** Whether there has been a fork lately, so that another one is likely. */
    boolean isForked() {
        return forked > 0;
    }

    /**
     * The chunks that a compaction evacuates: those with the largest part of garbage, until clearly less than what is
     * tolerated stays. All, if the slab is small, has too many chunks, or may hold objects that were shared.
     */
    BitSet toEvacuate(int chunks) {
        BitSet worst = new BitSet(chunks);
        boolean isLittle = given < (long) SMALL_CHUNKS * sizes.chunkBytes();
        if (isLittle || hasShared || isNearlyFull(chunks) || isManySmall(chunks)) {
            worst.set(0, chunks);
            return worst;
        }
        // The limit that holds after the compaction.
        int tolerated = tolerated(chunks, forksAfterwards());
        long staying = left + dropped;
        long of = given;
        int[] byWaste = byWaste(chunks);
        // This ends: if no chunk stays, no garbage stays.
        for (int at = chunks - 1; isOver(staying, of, tolerated); at--) {
            int chunk = byWaste[at];
            worst.set(chunk);
            staying -= waste(chunk);
            of -= of(chunk, LEFT);
        }
        return worst;
    }

    // What is moved may take more chunks than before.
    private boolean isNearlyFull(int chunks) {
        return chunks > sizes.maxChunks() - sizes.maxChunks() / SPARE_CHUNKS;
    }

    private int forksAfterwards() {
        return Math.max(0, forked - 1);
    }

    private static boolean isOver(long waste, long of, int tolerated) {
        return waste * PARTS * STAYING_DIVISOR > of * tolerated;
    }

    private long waste(int chunk) {
        return of(chunk, LEFT) + of(chunk, DROPPED);
    }

    // The chunks by the part of them that is garbage, the least first.
    private int[] byWaste(int chunks) {
        long[] keys = new long[chunks];
        for (int chunk = 0; chunk < chunks; chunk++) {
            float part = (float) waste(chunk) / Math.max(1, of(chunk, GIVEN));
            // Floats that are not negative sort like their bits.
            keys[chunk] = (long) Float.floatToIntBits(part) << Integer.SIZE | chunk;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
