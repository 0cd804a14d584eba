package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.HeapSize;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of records, and an array of the objects that their values refer to. Both are allocated, shared with frozen
 * states, abandoned and collected together.
 *
 * <p>A position in the object array belongs to one property of one record, or to its shape, and is never reused. Only
 * the slab that made a chunk writes to it, or its successor after a compaction.
 *
 * <p>A stamp is an aligned int, read and written by plain accesses between fences: on newer JDKs, views of byte arrays
 * have no other access modes. The JVM reads and writes aligned ints as a whole.
 */
final class Chunk {
    private static final @Nullable Object[] NO_OBJECTS = new Object[0];
    private static final int FEW = 4;
    static final int OWN_BYTES = 24;

    private final byte[] bytes;
    private volatile @Nullable Object[] objects = NO_OBJECTS;
    // Only the writer uses it.
    private int objectCount;

    Chunk(int size) {
        bytes = new byte[size];
    }

    byte[] bytes() {
        return bytes;
    }

    @Nullable
    Object[] objects() {
        return objects;
    }

    /** The heap of an array of chunks with all that is in them, except the objects themselves. For any thread. */
    static long heapBytes(@Nullable Chunk[] chunks) {
        long sum = HeapSize.ofReferences(chunks.length);
        for (Chunk chunk : chunks) {
            sum += chunk == null ? 0 : chunk.heapBytes();
        }
        return sum;
    }

    private long heapBytes() {
        @Nullable Object[] beside = objects;
        long besideBytes = beside == NO_OBJECTS ? 0 : HeapSize.ofReferences(beside.length);
        return OWN_BYTES + HeapSize.aligned(HeapSize.ARRAY + (long) bytes.length) + besideBytes;
    }

    /** Makes room for {@code more} objects. */
    void reserveObjects(int more) {
        int needed = objectCount + more;
        if (needed > objects.length) {
            objects = Arrays.copyOf(objects, Math.max(Math.max(FEW, needed), objectCount + (objectCount >> 1)));
        }
    }

    /** Stores an object and returns its position; there must be room. */
    int addObject(Object object) {
        objects[objectCount] = object;
        return objectCount++;
    }

    /** Stores another object, or null, at the position that a property already has. */
    void replaceObject(int position, @Nullable Object object) {
        objects[position] = object;
    }

    /**
     * The profile of the record at a position, for any thread; null if a writer was writing it meanwhile. The bytes are
     * copied first and looked at only if the copy is consistent.
     */
    @Nullable
    Profile read(int at, ProfileId id) {
        int stamp = stamp(at);
        if (isBeingWritten(stamp)) {
            return null;
        }
        byte[] copy = bytesOf(at);
        if (!isUntouched(at, stamp)) {
            return null;
        }
        Profile profile = new RecordView().pointedAt(copy, 0, objects).profileOfCopy(id);
        // The objects were loaded after the first check.
        return isUntouched(at, stamp) ? profile : null;
    }

    /** A view of a copy of the record at a position, while nobody writes it. */
    RecordView copied(int at) {
        return new RecordView().pointedAt(bytesOf(at), 0, objects);
    }

    private byte[] bytesOf(int at) {
        return Arrays.copyOfRange(bytes, at, at + Bytes.integer(bytes, at + Layout.CAPACITY));
    }

    /** The stamp of a record; later reads see nothing older. */
    private int stamp(int at) {
        int stamp = Bytes.integer(bytes, at + Layout.STAMP);
        VarHandle.acquireFence();
        return stamp;
    }

    /** Whether no write to the record has begun since it had this stamp: what was read since then is consistent. */
    private boolean isUntouched(int at, int stamp) {
        VarHandle.acquireFence();
        return Bytes.integer(bytes, at + Layout.STAMP) == stamp;
    }

    /**
     * Writes a new record at an unused position; there must be room for its objects. The key begins with its length.
     */
    void append(int at, int capacity, RecordImage image, byte[] key, int keyFrom, int keyBytes) {
        Bytes.putInt(bytes, at + Layout.CAPACITY, capacity);
        System.arraycopy(key, keyFrom, bytes, at + Layout.KEY, keyBytes);
        image.write(this, at, at + Layout.KEY + keyBytes, null);
    }

    /**
     * Copies a record of this or another chunk, which nobody writes meanwhile, to an unused position; there must be
     * room for its objects.
     */
    void adopt(int at, int capacity, RecordView record) {
        int from = record.keyFrom() - Layout.KEY;
        int length = record.valuesAt() + record.valueBytes() - from;
        System.arraycopy(record.bytes(), from, bytes, at, length);
        Bytes.putInt(bytes, at + Layout.STAMP, 0);
        Bytes.putInt(bytes, at + Layout.CAPACITY, capacity);
        record.copyObjects(this, at - from);
        if (record.isShapeBeside()) {
            Bytes.putInt(bytes, at + Layout.NAMES, ~addObject(record.shape()));
        }
    }

    /** Begins writing a record: its stamp becomes odd. */
    void beginWrite(int at) {
        Bytes.putInt(bytes, at + Layout.STAMP, Bytes.integer(bytes, at + Layout.STAMP) + 1);
        VarHandle.releaseFence();
    }

    /** Ends writing a record: its stamp becomes even again. */
    void endWrite(int at) {
        VarHandle.releaseFence();
        Bytes.putInt(bytes, at + Layout.STAMP, Bytes.integer(bytes, at + Layout.STAMP) + 1);
    }

    /** Makes a value longer by some bytes, or shorter, and moves those after it; the record must have the room. */
    void resizeValue(RecordView record, int slot, int by) {
        if (by != 0) {
            int to = record.to(slot);
            int end = record.valuesAt() + record.valueBytes();
            System.arraycopy(bytes, to, bytes, to + by, end - to);
            record.moveEnds(slot, by);
        }
    }

    private static boolean isBeingWritten(int stamp) {
        return (stamp & 1) != 0;
    }
}
