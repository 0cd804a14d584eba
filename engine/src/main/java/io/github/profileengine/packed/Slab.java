package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of one project's records, and where the next record goes. A reference, 32 bits without sign, identifies a
 * record: the number of its chunk, and where in it the record begins.
 *
 * <h2>What is frozen</h2>
 *
 * Everything below the mark is shared with frozen states and never written again; above it only this slab writes, or
 * its successor after a compaction. A fork begins with the mark at the end of all records, and with a chunk of its own:
 * in a shared one its objects would live as long as anybody holds the chunk. What is unused then is garbage.
 */
final class Slab {
    private static final int FEW = 2;
    private static final int NO_CHUNK = -1;
    private static final byte[] NO_CHUNK_BYTES = new byte[Layout.ALIGNMENT];
    private static final int OWN_BYTES = 56 + ChunkPlan.OWN_BYTES;
    private static final int LEFT_POSITION_BYTES = 8; // Garbage of one abandoned position for an object.

    private final PackedSizes sizes;
    private final int offsetBits;
    private final long mark;
    private final ChunkPlan plan;
    // A longer array has all chunks of a shorter one, so readers find the chunk of any reference in either.
    private volatile @Nullable Chunk[] chunks;
    // Only the writer uses the fields below.
    private int chunkCount;
    private int tail = NO_CHUNK;
    private int tailUsed;
    private final Waste waste;

    /** An empty slab. */
    Slab(PackedSizes sizes) {
        this.sizes = sizes;
        offsetBits = sizes.offsetBits();
        mark = 0;
        plan = new ChunkPlan();
        waste = new Waste(sizes);
        chunks = new Chunk[FEW];
    }

    /** A fork: another writer's copy of a frozen slab. */
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

    /** The successor after a compaction: it begins with the chunks that stay, and adds nothing to them. */
    Slab(Slab before, CompactionPlan compaction) {
        sizes = before.sizes;
        offsetBits = before.offsetBits;
        chunks = compaction.staying(before.chunks, FEW);
        chunkCount = compaction.stayingCount();
        waste = before.waste.without(compaction, before.chunkCount);
        mark = reference(compaction.stayingBelow(number(before.mark)), 0);
        plan = before.plan.afterCompaction(before.sharedBytesOf(compaction), chunkCount > 0);
    }

    /** Begins a compaction: nothing is added any more to the present chunks, whether they stay or not. */
    CompactionPlan beginCompaction() {
        leaveTail();
        waste.postpone();
        return CompactionPlan.of(offsetBits, chunks, chunkCount, number(mark), waste);
    }

    // Bytes of the records that move and share chunks with others.
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

    /** The bytes of a reference's chunk, or dummy bytes if there is no chunk at all. For any thread. */
    byte[] bytes(long reference) {
        Chunk chunk = chunks[number(reference)];
        return chunk == null ? NO_CHUNK_BYTES : chunk.bytes();
    }

    /** Where in its chunk a record begins. */
    int at(long reference) {
        return (int) (reference & (1L << offsetBits) - 1) * Layout.ALIGNMENT;
    }

    /** Whether the slab may write the record. */
    boolean isOwn(long reference) {
        return reference >= mark;
    }

    /** Which chunks another slab has too. */
    SharedChunks sharedWith(Slab other) {
        return SharedChunks.of(offsetBits, chunks, chunkCount, other.chunks, other.chunkCount);
    }

    /** Whether a reference is that of an id's record. A record's key never changes, so any thread may ask. */
    boolean isOf(long reference, ProfileId id) {
        byte[] bytes = chunk(reference).bytes();
        int at = at(reference) + Layout.KEY;
        int keyBytes = Bytes.variable(bytes, at);
        int from = at + Bytes.variableLength(keyBytes);
        return KeyBytes.isOf(bytes, from, from + keyBytes, id);
    }

    /** As {@link #isOf}, but loads the record's first cache lines at once: else these would wait for one another. */
    boolean isOfPrefetched(long reference, ProfileId id) {
        LoadedSum.consume(NearRecords.loaded(chunk(reference).bytes(), at(reference)));
        return isOf(reference, id);
    }

    /** The profile of a record; null if a writer was writing it meanwhile. For any thread. */
    @Nullable
    Profile read(long reference, ProfileId id) {
        return chunk(reference).read(at(reference), id);
    }

    // Adds no more records to the last chunk.
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
     * Writes a new record that nobody can see until its reference is published.
     *
     * @param key holds the key with its length before it
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

    /** Patches a record of its own that has the room, and releases so many bytes of objects for good. */
    void patch(long reference, RecordEditor editor, long lost) {
        assert isOwn(reference);
        Chunk chunk = chunk(reference);
        chunk.beginWrite(at(reference));
        editor.patch(chunk);
        chunk.endWrite(at(reference));
        waste.release(lost);
    }

    /** Whether an image is to overwrite a record: it fits, and does not leave most of it empty. */
    boolean suits(RecordView record, RecordImage image) {
        return Room.fits(record, image) && (chunkCount >= sizes.maxChunks() || !Room.leavesMostEmpty(record, image));
    }

    /** Whether a smaller record is to replace one with so many bytes of values, as there is space for it. */
    boolean isTooLarge(RecordView record, int valueBytes) {
        return chunkCount < sizes.maxChunks() && Room.leavesMostEmpty(record, valueBytes);
    }

    /** Writes an image over the edited record, which is the slab's own and which it {@link #suits}. */
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
     * Abandons a record that no table refers to any more.
     *
     * @param mayTouch whether it is its own and no reader needs it: its objects are released, and readers look again
     * @param lost bytes of out-of-line values that the record in its place does not hold
     * @param lostShape the same of a shape, which is not released: a reader may need it
     */
    void abandon(long reference, RecordView record, boolean mayTouch, long lost, long lostShape) {
        waste.leave(number(reference), record.capacity());
        waste.leaveShape(number(reference), record.shapeHeapSize(), lostShape);
        if (!mayTouch) {
            waste.drop(number(reference), lost);
        } else if (record.countObjects() > 0) {
            // Stays odd for ever: readers that have found it before look again.
            chunk(reference).beginWrite(at(reference));
            record.letGo(chunk(reference));
            waste.release(lost);
        }
    }

    /** Counts bytes of objects that an abandoned record and the one in its place both hold. */
    void share(long bytes) {
        waste.share(bytes);
    }

    /** Whether a compaction pays. */
    boolean isWasteful() {
        return waste.isTooMuch(chunkCount);
    }

    /** The heap of the chunks, and of what only earlier states hold in them. For any thread. */
    long heapBytes() {
        return OWN_BYTES + Chunk.heapBytes(chunks) + waste.heapBytes() + waste.droppedObjects();
    }

    /**
     * Copies a record of this slab or another, which nobody writes meanwhile; returns the reference of the copy.
     *
     * @param valueBytes room for values in the copy, no less than they take; {@linkplain Room#canCopy not too much}
     */
    long adopt(RecordView record, int valueBytes) {
        int capacity = Room.ofCopy(record, valueBytes, sizes.slackDivisor());
        long reference = allocate(capacity, record.countObjects());
        chunk(reference).adopt(at(reference), capacity, record);
        return reference;
    }
}
