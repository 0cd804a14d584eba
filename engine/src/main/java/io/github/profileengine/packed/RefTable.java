package io.github.profileengine.packed;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.HeapSize;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongConsumer;
import java.util.function.LongUnaryOperator;

/**
 * An open-addressing hash table from the hash of an id to the reference of its record, of a fixed length: to grow, the
 * writer makes a larger one. An entry is {@code hash | reference + 2}, its index is its <i>place</i>. One writer at a
 * time; readers take no lock.
 *
 * <p>Readers need none: an entry is one long, written with release after its record. It keeps its place until its
 * profile is removed, and a place once filled never becomes empty again, only {@link #GONE}, a tombstone. So a reader
 * that probes from the hash to the first empty place meets every profile that is there all the while.
 */
final class RefTable {
    /** What {@link #reference} returns if there is none. */
    static final long NONE = -1;

    private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(long[].class);
    private static final long EMPTY = 0;
    private static final long GONE = 1;
    private static final int RESERVED = 2;
    private static final long LOW = 0xFFFF_FFFFL;
    private static final int SMALLEST = 4;
    private static final int LARGEST = 1 << 30;
    // From here on a table is a little shorter than a power of two, so that with its header it takes no more than that:
    // heap regions have such sizes, and G1 gives an array of over half a region one or two whole ones.
    private static final int LONG = 1 << 12;
    private static final int SPARED = 8;
    private static final int MUCH_TOO_LARGE = 4;
    static final int OWN_BYTES = 24;
    private static final int BLOCK = 512;

    private final long[] entries;
    private final int mask;
    // Entries that are not empty. Only the writer uses it.
    private int used;

    private RefTable(long[] entries, int used) {
        this.entries = entries;
        this.mask = mask(entries.length);
        this.used = used;
    }

    static RefTable empty() {
        return new RefTable(new long[SMALLEST], 0);
    }

    // One less than the least power of two that is not below a length.
    private static int mask(int length) {
        return -1 >>> Integer.numberOfLeadingZeros(length - 1);
    }

    // Where probing for a hash begins. Hashes of the few spared places at the end begin at the first places.
    private int home(int hash) {
        int at = hash & mask;
        return at < entries.length ? at : at - entries.length;
    }

    private int next(int at) {
        return at + 1 < entries.length ? at + 1 : 0;
    }

    private static boolean isHeld(long entry) {
        return entry != EMPTY && entry != GONE;
    }

    /** The reference that an entry holds. */
    static long reference(long entry) {
        return (entry & LOW) - RESERVED;
    }

    private static int hash(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static long entry(int hash, long reference) {
        assert reference >= 0 && reference + RESERVED <= LOW : reference;
        return (long) hash << Integer.SIZE | reference + RESERVED;
    }

    /** The reference of an id's record in a slab, or {@link #NONE}. */
    long reference(ProfileId id, Slab slab) {
        int hash = id.tableHash();
        for (int at = home(hash); ; at = next(at)) {
            long entry = (long) ENTRY.getAcquire(entries, at);
            if (entry == EMPTY) {
                return NONE;
            }
            if (hash(entry) == hash && entry != GONE && slab.isOfPrefetched(reference(entry), id)) {
                return reference(entry);
            }
        }
    }

    /** Loads the place where probing for a hash begins; the returned number means nothing. For any thread. */
    long prefetch(int hash) {
        return entries[home(hash)];
    }

    /**
     * The first reference with a hash, which may be that of another id; {@link #NONE} if there is none. For any thread.
     */
    long candidate(int hash) {
        for (int at = home(hash); ; at = next(at)) {
            long entry = (long) ENTRY.getAcquire(entries, at);
            if (entry == EMPTY || hash(entry) == hash && entry != GONE) {
                // An empty entry gives a reference below NONE.
                return Math.max(NONE, reference(entry));
            }
        }
    }

    /** The place of an id's entry; if there is none, {@code ~place} of a free one for it. For the writer. */
    int find(ProfileId id, Slab slab) {
        return find(id, slab, true);
    }

    /** The same; a record that is not in the cache is prefetched before its key is compared. */
    int find(ProfileId id, Slab slab, boolean isNear) {
        int hash = id.tableHash();
        int gone = -1;
        for (int at = home(hash); ; at = next(at)) {
            long entry = entries[at];
            if (entry == EMPTY) {
                return ~(gone < 0 ? at : gone);
            }
            if (entry == GONE) {
                gone = gone < 0 ? at : gone;
            } else if (hash(entry) == hash && isOf(reference(entry), id, slab, isNear)) {
                return at;
            }
        }
    }

    private static boolean isOf(long reference, ProfileId id, Slab slab, boolean isNear) {
        return isNear ? slab.isOf(reference, id) : slab.isOfPrefetched(reference, id);
    }

    /** The reference at a place that {@link #find} found. */
    long at(int place) {
        assert isHeld(entries[place]);
        return reference(entries[place]);
    }

    /** Replaces the reference at a place that {@link #find} found. */
    void replace(int place, long reference) {
        ENTRY.setRelease(entries, place, entry(hash(entries[place]), reference));
    }

    /** Puts a reference at a free place that {@link #find} gave for it. */
    void put(int place, ProfileId id, long reference) {
        used += entries[place] == EMPTY ? 1 : 0;
        ENTRY.setRelease(entries, place, entry(id.tableHash(), reference));
    }

    /** Removes the reference at a place. */
    void remove(int place) {
        ENTRY.setRelease(entries, place, GONE);
    }

    /**
     * Whether one more needs a {@link #roomier} table first. At most two thirds are in use, so probe sequences stay
     * short.
     */
    boolean isFull() {
        return used >= entries.length - entries.length / 3 - 1;
    }

    /** This table, or a smaller copy if it is far too large for so many profiles: deletions leave it so. */
    RefTable fitting(int held) {
        return entries.length / MUCH_TOO_LARGE > length(held) ? roomier(held) : this;
    }

    /** A copy with room for more than {@code held} profiles, without tombstones. */
    RefTable roomier(int held) {
        RefTable fresh = new RefTable(new long[length(held)], held);
        for (long entry : entries) {
            if (isHeld(entry)) {
                fresh.add(entry);
            }
        }
        return fresh;
    }

    // Only for a table that nobody reads yet and that lacks this entry.
    private void add(long entry) {
        int at = home(hash(entry));
        while (entries[at] != EMPTY) {
            at = next(at);
        }
        entries[at] = entry;
    }

    private static int length(int held) {
        int length = SMALLEST;
        while (length / 2 <= held) {
            if (length == LARGEST) {
                throw new IllegalStateException("a shard holds at most " + LARGEST / 2
                        + " profiles of a project; build the engine with more shards");
            }
            length *= 2;
        }
        return length < LONG ? length : length - SPARED;
    }

    /**
     * The table after a compaction: every entry keeps its place.
     *
     * @param touch gets references that are moved soon, some at a time, to prefetch their records
     * @param move moves the record of a reference; returns the new reference
     */
    RefTable compacted(CompactionPlan compaction, LongConsumer touch, LongUnaryOperator move) {
        long[] fresh = new long[entries.length];
        int[] places = new int[Math.min(BLOCK, entries.length)];
        for (int from = 0; from < entries.length; from += BLOCK) {
            int evacuated = 0;
            for (int at = from; at < Math.min(entries.length, from + BLOCK); at++) {
                // No branch on what is held: that is random, so a processor would mispredict it.
                long entry = entries[at];
                long reference = isHeld(entry) ? reference(entry) : NONE;
                fresh[at] = entry + compaction.shift(reference);
                places[evacuated] = at;
                evacuated += compaction.evacuates(reference);
            }
            for (int at = 0; at < evacuated; at++) {
                touch.accept(reference(entries[places[at]]));
            }
            for (int at = 0; at < evacuated; at++) {
                long entry = entries[places[at]];
                fresh[places[at]] = entry(hash(entry), move.applyAsLong(reference(entry)));
            }
        }
        return new RefTable(fresh, used);
    }

    /** A copy in which every entry keeps its place. */
    RefTable copy() {
        return new RefTable(entries.clone(), used);
    }

    /** The heap of the table. */
    long heapBytes() {
        return OWN_BYTES + HeapSize.ARRAY + (long) entries.length * Long.BYTES;
    }

    /**
     * Passes every reference to {@code action}.
     *
     * @param touch gets references that are passed soon, some at a time, to prefetch their records
     */
    void forEach(LongConsumer touch, LongConsumer action) {
        long[] held = new long[Math.min(BLOCK, entries.length)];
        for (int from = 0; from < entries.length; from += BLOCK) {
            int count = 0;
            for (int at = from; at < Math.min(entries.length, from + BLOCK); at++) {
                // No branch on what is held, as in a compaction.
                long entry = entries[at];
                held[count] = reference(entry);
                count += isHeld(entry) ? 1 : 0;
            }
            for (int at = 0; at < count; at++) {
                touch.accept(held[at]);
            }
            for (int at = 0; at < count; at++) {
                action.accept(held[at]);
            }
        }
    }

    void forEachEntry(LongConsumer action) {
        for (long entry : entries) {
            if (isHeld(entry)) {
                action.accept(entry);
            }
        }
    }

    /** Whether this table has the very same entry, hash and reference, as another table. */
    boolean holds(long wanted) {
        for (int at = home(hash(wanted)); ; at = next(at)) {
            long entry = entries[at];
            if (entry == wanted || entry == EMPTY) {
                return entry == wanted;
            }
        }
    }
}
