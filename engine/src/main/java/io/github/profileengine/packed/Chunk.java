package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.HeapSize;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of records and, beside them, the objects that their values point to. Both are allocated, shared with what is
 * frozen, left behind and collected together.
 *
 * <p>A position among the objects is given to one property of one record, or to its shape, and never to another. Only
 * the slab that made a chunk writes in it, or the one that goes on in its place after a compaction.
 *
 * <p>A stamp is four aligned bytes that are read and written plainly between fences: on newer JDKs, views of byte
 * arrays have no other accesses. The virtual machine reads and writes aligned ints whole.
 */
final class Chunk {
    private static final @Nullable Object[] NO_OBJECTS = new Object[0];
    private static final int FEW = 4;
    static final int OWN_BYTES = 24;

    private final byte[] bytes;
    private volatile @Nullable Object[] objects = NO_OBJECTS;
    // The writer's own.
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

    /** The heap of an array of chunks with all that is in them, but for the objects themselves. By any thread. */
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

    /** Makes room for so many more objects. */
    void reserveObjects(int more) {
        int needed = objectCount + more;
        if (needed > objects.length) {
            objects = Arrays.copyOf(objects, Math.max(Math.max(FEW, needed), objectCount + (objectCount >> 1)));
        }
    }

    /** Gives an object a position; there must be room. */
    int addObject(Object object) {
        objects[objectCount] = object;
        return objectCount++;
    }

    /** Puts another object, or none, at a position that its property has had from the beginning. */
    void replaceObject(int position, @Nullable Object object) {
        objects[position] = object;
    }

    /**
     * The profile of the record that begins there, for any thread; null if it is being written, or was while it was
     * read. Its bytes are copied first and looked at only if they are whole.
     */
    @Nullable
    Profile read(int at, ProfileId id) {
        int stamp = stamp(at);
        if (isBeingWritten(stamp)) {
            return null;
        }
        byte[] copy = Arrays.copyOfRange(bytes, at, at + Bytes.integer(bytes, at + Layout.CAPACITY));
        if (!isUntouched(at, stamp)) {
            return null;
        }
        Profile profile = new RecordView().pointedAt(copy, 0, objects).profileOfCopy(id);
        // Objects were fetched after the look.
        return isUntouched(at, stamp) ? profile : null;
    }

    /** The stamp of a record; what is read afterwards is no older. */
    private int stamp(int at) {
        int stamp = Bytes.integer(bytes, at + Layout.STAMP);
        VarHandle.acquireFence();
        return stamp;
    }

    /** Whether nobody has begun to write the record since it had this stamp: what was read since then is whole. */
    private boolean isUntouched(int at, int stamp) {
        VarHandle.acquireFence();
        return Bytes.integer(bytes, at + Layout.STAMP) == stamp;
    }

    /**
     * Writes a new record where there is none yet, and room for its objects. Its key comes with the number of its bytes
     * before it.
     */
    void append(int at, int capacity, RecordImage image, byte[] key, int keyFrom, int keyBytes) {
        Bytes.putInt(bytes, at + Layout.CAPACITY, capacity);
        System.arraycopy(key, keyFrom, bytes, at + Layout.KEY, keyBytes);
        image.write(this, at, at + Layout.KEY + keyBytes, null);
    }

    /**
     * Copies a record, which nobody writes meanwhile, of this chunk or another to where there is none yet, and room for
     * its objects.
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

    /** Begins to write a record: from now on its stamp is odd. */
    void beginWrite(int at) {
        Bytes.putInt(bytes, at + Layout.STAMP, Bytes.integer(bytes, at + Layout.STAMP) + 1);
        VarHandle.releaseFence();
    }

    /** Ends the writing: the stamp is even again. */
    void endWrite(int at) {
        VarHandle.releaseFence();
        Bytes.putInt(bytes, at + Layout.STAMP, Bytes.integer(bytes, at + Layout.STAMP) + 1);
    }

    /** Makes a value of a record that has the room for it longer by some bytes, or shorter; those after it move. */
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
