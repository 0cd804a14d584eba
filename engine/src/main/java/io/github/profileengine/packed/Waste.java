package io.github.profileengine.packed;

import io.github.profileengine.representation.HeapSize;
import java.util.Arrays;
import java.util.BitSet;

/**
 * What a slab has given out of each chunk, and how much of that nobody needs any more: whether a compaction pays, and
 * of which chunks. The writer's own, but for {@link #droppedObjects} and {@link #heapBytes}, hints for any thread; once
 * frozen, any writer may ask {@link #isTooMuch}.
 */
final class Waste {
    private static final int PARTS = 24;
    // With less, records that change their sizes are moved more often; with more, such took more heap than maps do.
    private static final int SIXTH = 4;
    // Every fork leaves much of it, and the less often chunks are left, the less is still in use of them.
    private static final int TWO_THIRDS = 16;
    private static final int EIGHTH = 3;
    // Each freeze that a write follows leaves a chunk or two. As many as records may have that lie alone are none.
    private static final int MANY_CHUNKS = 64;
    private static final int MANY_TIMES = 16;
    // What is smaller is compacted whole: that costs little, and many small chunks become one.
    private static final int SMALL_CHUNKS = 4;
    // So much of what is tolerated may stay. With less, more of what is moved is in use; with more, the table is walked
    // more often.
    private static final int STAYING_DIVISOR = 2;
    private static final int SPARE_CHUNKS = 8;
    // After a fork the next compaction, and if no other fork comes until then, one more.
    private static final int FORKED = 2;
    private static final long NOT_POSTPONED = -1;
    private static final int OWN_BYTES = 72;

    // Numbers kept of each chunk: bytes given out; of these not in use; bytes of objects that nothing but it holds.
    private static final int GIVEN = 0;
    private static final int LEFT = 1;
    private static final int DROPPED = 2;
    private static final int COLUMNS = 3;

    private final PackedSizes sizes;
    // How many compactions to come tolerate more because of forks.
    private final int forked;
    private long[] byChunk;
    private long given;
    private long left;
    private long dropped;
    // Objects of records that were left, which those in their places hold too.
    private long shared;
    // Whether there have been any: which chunks have those that were dropped since, nobody knows.
    private boolean hasShared;
    // With no more than this, none is tried.
    private long postponed = NOT_POSTPONED;
    // Whether it was too much when last asked, or there has been more, or a chunk more, since. Of what several share
    // nothing changes any more, and whoever asks finds the same.
    private boolean mayBeTooMuch = true;

    Waste(PackedSizes sizes) {
        this(sizes, 0, new long[COLUMNS]);
    }

    private Waste(PackedSizes sizes, int forked, long[] byChunk) {
        this.sizes = sizes;
        this.forked = forked;
        this.byChunk = byChunk;
    }

    /** What goes on after a fork. */
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

    /** The numbers of the chunks that stay after a compaction; nothing is shared then. */
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

    /** So many of the bytes given out are not in use any more. */
    void leave(int chunk, int bytes) {
        byChunk[chunk * COLUMNS + LEFT] += bytes;
        left += bytes;
        mayBeTooMuch = true;
    }

    /** Given out, and of no use to anybody any more. */
    void lose(int chunk, int bytes) {
        allocate(chunk, bytes);
        leave(chunk, bytes);
    }

    /** Bytes of objects that nothing but a chunk holds. */
    void drop(int chunk, long bytes) {
        byChunk[chunk * COLUMNS + DROPPED] += bytes;
        dropped += bytes;
        mayBeTooMuch |= bytes > 0;
    }

    /** Bytes of objects that a record which is left goes on holding, as the one in its place does too. */
    void share(long bytes) {
        shared += bytes;
        hasShared |= bytes > 0;
    }

    /**
     * A record that is left goes on holding a shape.
     *
     * @param bytes of that shape; 0 if it holds none
     * @param lost the same if the record in its place does without; else that one holds it too
     */
    void leaveShape(int chunk, long bytes, long lost) {
        drop(chunk, lost);
        hasShared |= bytes > lost;
    }

    /**
     * Bytes of objects that a record lets go of. If any are shared, these may be, and nothing but a chunk holds them
     * now; all that may be are counted, so that what is left of large objects never adds up unseen.
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
     * A compaction begins. What comes after it has numbers of its own; if there is no memory for it, it is not tried
     * again before a part of what is in use has become garbage: each try looks through the heap for memory, and leaves
     * a chunk's end.
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
     * Whether a sixth of it is garbage, two thirds soon after a fork, an eighth where there is no room for more, or it
     * has come to many small chunks; no longer once it is {@linkplain #postpone postponed}, until there is more.
     */
    boolean isTooMuch(int chunks) {
        // Every update asks, and most leave nothing.
        if (mayBeTooMuch) {
            // What is divided is divided only where it may matter.
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

    /** Whether there has been a fork lately, so that another is likely to come. */
    boolean isForked() {
        return forked > 0;
    }

    /**
     * The chunks that a compaction evacuates: those of which most is garbage, until clearly less than what is tolerated
     * stays; all if there is little, if there are too many chunks, or if any may hold objects that were shared.
     */
    BitSet toEvacuate(int chunks) {
        BitSet worst = new BitSet(chunks);
        boolean isLittle = given < (long) SMALL_CHUNKS * sizes.chunkBytes();
        if (isLittle || hasShared || isNearlyFull(chunks) || isManySmall(chunks)) {
            worst.set(0, chunks);
            return worst;
        }
        // By what is tolerated afterwards.
        int tolerated = tolerated(chunks, forksAfterwards());
        long staying = left + dropped;
        long of = given;
        int[] byWaste = byWaste(chunks);
        // Of nothing that stays, nothing is garbage: this ends.
        for (int at = chunks - 1; isOver(staying, of, tolerated); at--) {
            int chunk = byWaste[at];
            worst.set(chunk);
            staying -= waste(chunk);
            of -= of(chunk, LEFT);
        }
        return worst;
    }

    // What is moved may take more chunks than it did.
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

    // By the part of them that is garbage; the least first.
    private int[] byWaste(int chunks) {
        long[] keys = new long[chunks];
        for (int chunk = 0; chunk < chunks; chunk++) {
            float part = (float) waste(chunk) / Math.max(1, of(chunk, GIVEN));
            // Floats that are not negative are in the order of their bits.
            keys[chunk] = (long) Float.floatToIntBits(part) << Integer.SIZE | chunk;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
