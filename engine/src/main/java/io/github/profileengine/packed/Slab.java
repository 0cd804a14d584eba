package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of one project's records, and where the next record goes. A reference, 32 bits without sign, names a
 * record: the number of its chunk and where in it the record begins.
 *
 * <h2>What is frozen</h2>
 *
 * Everything below the mark is shared with what was frozen and never written again; above it the slab alone writes, or
 * what follows it after a compaction. A copy begins with the mark at the end of all there is, and with a chunk of its
 * own: in a shared one its objects would live as long as anybody who holds the chunk. What is unused then is garbage.
 */
final class Slab {
    private static final int FEW = 2;
    private static final int NO_CHUNK = -1;
    private static final byte[] NO_CHUNK_BYTES = new byte[Layout.ALIGNMENT];
    private static final int OWN_BYTES = 56 + ChunkPlan.OWN_BYTES;
    private static final int LEFT_POSITION_BYTES = 8; // Of one among objects that is left behind.

    private final PackedSizes sizes;
    private final int offsetBits;
    private final long mark;
    private final ChunkPlan plan;
    // A longer array holds all of the shorter one, so readers find the chunk of any reference in either.
    private volatile @Nullable Chunk[] chunks;
    // The rest is the writer's own.
    private int chunkCount;
    private int tail = NO_CHUNK;
    private int tailUsed;
    private final Waste waste;

    /** An empty one. */
    Slab(PackedSizes sizes) {
        this.sizes = sizes;
        offsetBits = sizes.offsetBits();
        mark = 0;
        plan = new ChunkPlan();
        waste = new Waste(sizes);
        chunks = new Chunk[FEW];
    }

    /** Another writer's copy of a frozen one. */
    Slab(Slab frozen) {
        sizes = frozen.sizes;
        offsetBits = frozen.offsetBits;
        plan = frozen.plan.afterFork(frozen.waste.isForked());
        chunks = frozen.chunks.clone();
        chunkCount = frozen.chunkCount;
        waste = frozen.waste.forked();
        tail = frozen.tail;
        tailUsed = frozen.tailUsed;
        leaveTail();
        mark = reference(chunkCount, 0);
    }

    /** What its writer goes on with after a compaction: the chunks that stay, to which nothing is added. */
    Slab(Slab before, CompactionPlan compaction) {
        sizes = before.sizes;
        offsetBits = before.offsetBits;
        chunks = compaction.staying(before.chunks, FEW);
        chunkCount = compaction.stayingCount();
        waste = before.waste.without(compaction, before.chunkCount);
        mark = reference(compaction.stayingBelow(number(before.mark)), 0);
        plan = before.plan.afterCompaction(before.sharedBytesOf(compaction), chunkCount > 0);
    }

    /** Begins to leave some chunks: nothing is added any more to those that there are now, which stay or not. */
    CompactionPlan beginCompaction() {
        leaveTail();
        waste.postpone();
        return CompactionPlan.of(offsetBits, chunks, chunkCount, number(mark), waste);
    }

    // What is to move and shares chunks with others.
    private long sharedBytesOf(CompactionPlan compaction) {
        long bytes = 0;
        for (int number = 0; number < chunkCount; number++) {
            int first = Bytes.integer(chunk(number).bytes(), Layout.CAPACITY);
            boolean moves = !compaction.stays(number) && !isAlone(first);
            bytes += moves ? waste.live(number) : 0;
        }
        return bytes;
    }

    private boolean isAlone(int capacity) {
        return capacity > sizes.mostShared();
    }

    private long reference(int chunk, int at) {
        return ((long) chunk << offsetBits) + at / Layout.ALIGNMENT;
    }

    private Chunk chunk(int number) {
        Chunk chunk = chunks[number];
        assert chunk != null : number;
        return chunk;
    }

    private int number(long reference) {
        return (int) (reference >>> offsetBits);
    }

    Chunk chunk(long reference) {
        return chunk(number(reference));
    }

    /** The bytes of a reference's chunk, or if there is no chunk at all, some others. By any thread. */
    byte[] bytes(long reference) {
        Chunk chunk = chunks[number(reference)];
        return chunk == null ? NO_CHUNK_BYTES : chunk.bytes();
    }

    /** Where in its chunk a record begins. */
    int at(long reference) {
        return (int) (reference & (1L << offsetBits) - 1) * Layout.ALIGNMENT;
    }

    /** Whether the record is the slab's own to write. */
    boolean isOwn(long reference) {
        return reference >= mark;
    }

    /** Where the chunks are that another slab has too. */
    SharedChunks sharedWith(Slab other) {
        return SharedChunks.of(offsetBits, chunks, chunkCount, other.chunks, other.chunkCount);
    }

    /** Whether the record at a reference is that of an id. A record's key never changes, so any thread may ask. */
    boolean isOf(long reference, ProfileId id) {
        byte[] bytes = chunk(reference).bytes();
        int at = at(reference) + Layout.KEY;
        int keyBytes = Bytes.variable(bytes, at);
        int from = at + Bytes.variableLength(keyBytes);
        return KeyBytes.isOf(bytes, from, from + keyBytes, id);
    }

    /** As {@link #isOf}, and prefetches all of the record at once: its parts would wait for one another. */
    boolean isOfPrefetched(long reference, ProfileId id) {
        LoadedSum.consume(NearRecords.loaded(chunk(reference).bytes(), at(reference)));
        return isOf(reference, id);
    }

    /** What a record holds, for any thread; null if it is being written, or was while it was read. */
    @Nullable
    Profile read(long reference, ProfileId id) {
        return chunk(reference).read(at(reference), id);
    }

    // No record goes there any more.
    private void leaveTail() {
        if (tail >= 0) {
            waste.lose(tail, chunk(tail).bytes().length - tailUsed);
            tail = NO_CHUNK;
        }
    }

    private long allocate(int bytes) {
        if (isAlone(bytes)) {
            return reference(addChunk(bytes), 0);
        }
        if (tail < 0 || chunk(tail).bytes().length - tailUsed < bytes) {
            int next = addChunk(Math.max(bytes, plan.nextChunkBytes(sizes)));
            leaveTail();
            tail = next;
            tailUsed = 0;
        }
        long reference = reference(tail, tailUsed);
        tailUsed += bytes;
        return reference;
    }

    private int addChunk(int bytes) {
        if (chunkCount >= sizes.maxChunks()) {
            waste.postponeNoMore();
            throw sizes.noMoreChunks();
        }
        Chunk chunk = new Chunk(bytes);
        @Nullable Chunk[] more = chunks;
        if (chunkCount == more.length) {
            more = Arrays.copyOf(more, chunkCount * 2);
        }
        waste.reserve(chunkCount + 1);
        more[chunkCount] = chunk;
        chunks = more;
        return chunkCount++;
    }

    /**
     * Writes a new record that nobody can see until its reference is told.
     *
     * @param key holds the key with the number of its bytes before it
     */
    long append(RecordImage image, byte[] key, int keyFrom, int keyBytes, int capacity) {
        long reference = allocate(capacity, image.objectCount());
        chunk(reference).append(at(reference), capacity, image, key, keyFrom, keyBytes);
        return reference;
    }

    private long allocate(int capacity, int objects) {
        long reference = allocate(capacity);
        waste.allocate(number(reference), capacity);
        if (!isAlone(capacity)) {
            plan.count(capacity);
        }
        try {
            chunk(reference).reserveObjects(objects);
        } catch (OutOfMemoryError none) {
            waste.leave(number(reference), capacity);
            throw none;
        }
        return reference;
    }

    /** Writes values into a record of its own that has the room, and lets go of so many bytes of objects for good. */
    void patch(long reference, RecordEditor editor, long lost) {
        assert isOwn(reference);
        Chunk chunk = chunk(reference);
        chunk.beginWrite(at(reference));
        editor.patch(chunk);
        chunk.endWrite(at(reference));
        waste.release(lost);
    }

    /** Whether a record is to take an image: it has the room, and is not mostly empty. */
    boolean suits(RecordView record, RecordImage image) {
        return Room.fits(record, image) && (chunkCount >= sizes.maxChunks() || !Room.leavesMostEmpty(record, image));
    }

    /** Whether a record is to be left for a smaller one of so many bytes of values, as there is space for one. */
    boolean isTooLarge(RecordView record, int valueBytes) {
        return chunkCount < sizes.maxChunks() && Room.leavesMostEmpty(record, valueBytes);
    }

    /** Writes an image over the record that is edited, which is its own and which it {@link #suits}. */
    void overwrite(long reference, RecordImage image, RecordEditor editor) {
        RecordView record = editor.base();
        assert isOwn(reference) && Room.fits(record, image);
        Chunk chunk = chunk(reference);
        chunk.reserveObjects(image.objectCount());
        int at = at(reference);
        waste.drop(number(reference), record.heapOfLostShape(image));
        chunk.beginWrite(at);
        waste.lose(number(reference), editor.letGo(chunk) * LEFT_POSITION_BYTES);
        waste.release(editor.balance().droppedObjects());
        image.write(chunk, at, record.keyFrom() + record.keyBytes(), record);
        chunk.endWrite(at);
    }

    /**
     * Leaves a record that no table leads to any more.
     *
     * @param mayTouch whether it is its own and no reader needs it: its objects are let go, and readers look again
     * @param lost bytes of values that are objects and that no record holds in its place
     * @param lostShape the same of a shape, which is not let go: a reader may need it
     */
    void abandon(long reference, RecordView record, boolean mayTouch, long lost, long lostShape) {
        waste.leave(number(reference), record.capacity());
        waste.leaveShape(number(reference), record.shapeHeapSize(), lostShape);
        if (!mayTouch) {
            waste.drop(number(reference), lost);
        } else if (record.countObjects() > 0) {
            // Odd for ever: readers who found it before find it no more.
            chunk(reference).beginWrite(at(reference));
            record.letGo(chunk(reference));
            waste.release(lost);
        }
    }

    /** A record that was left goes on holding objects of so many bytes that the one in its place has too. */
    void share(long bytes) {
        waste.share(bytes);
    }

    /** Whether a compaction pays. */
    boolean isWasteful() {
        return waste.isTooMuch(chunkCount);
    }

    /** The heap of the chunks, and of what only earlier states held in them. By any thread. */
    long heapBytes() {
        return OWN_BYTES + Chunk.heapBytes(chunks) + waste.heapBytes() + waste.droppedObjects();
    }

    /**
     * Copies a record, of this slab or another, which nobody writes meanwhile; answers where the copy is.
     *
     * @param valueBytes the room that it has for values, no less than they take; {@linkplain Room#canCopy not too much}
     */
    long adopt(RecordView record, int valueBytes) {
        int capacity = Room.ofCopy(record, valueBytes, sizes.slackDivisor());
        long reference = allocate(capacity, record.countObjects());
        chunk(reference).adopt(at(reference), capacity, record);
        return reference;
    }
}
