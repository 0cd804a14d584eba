package io.github.profileengine.packed;

/**
 * The layout of a record; positions count from its first byte.
 *
 * <pre>
 * stamp 4 | capacity 4 | names 4 | bytes of the key 1-5 | key | names 2 each | end of each value 1-4 | values | room
 * </pre>
 *
 * The capacity is the length of the whole record, a multiple of {@value #ALIGNMENT}, and never changes. It also decides
 * the width of the ends, which count from the first value. {@link RecordNames} says how names are stored.
 */
final class Layout {
    static final int STAMP = 0;
    static final int CAPACITY = 4;
    static final int NAMES = 8;
    static final int KEY = 12;
    static final int ALIGNMENT = 8;

    /** The largest capacity of records with ends of one byte. */
    static final int MOST_TINY = 0xFF & -ALIGNMENT;

    /** The largest capacity of records with ends of two bytes. */
    static final int MOST_NARROW = 0xFFFF & -ALIGNMENT;

    private static final int LARGEST = Integer.MAX_VALUE - 64 & -ALIGNMENT;

    private Layout() {}

    /** Bytes of one end in a record of this capacity. */
    static int width(int capacity) {
        if (capacity <= MOST_TINY) {
            return Byte.BYTES;
        }
        return capacity <= MOST_NARROW ? Short.BYTES : Integer.BYTES;
    }

    /**
     * The least capacity for a record.
     *
     * @param headBytes of the key with its length, and of the names
     * @param properties how many
     * @param valueBytes of all values
     * @throws IllegalStateException if a record cannot be so large
     */
    static int capacity(long headBytes, int properties, long valueBytes) {
        long rest = KEY + headBytes + valueBytes;
        long bytes = aligned(rest + properties);
        if (bytes > MOST_TINY) {
            bytes = aligned(rest + (long) properties * Short.BYTES);
        }
        if (bytes > MOST_NARROW) {
            bytes = aligned(rest + (long) properties * Integer.BYTES);
        }
        requirePossible(bytes);
        return (int) bytes;
    }

    private static void requirePossible(long bytes) {
        if (bytes > LARGEST) {
            throw new IllegalStateException("a profile of " + bytes + " bytes is too large");
        }
    }

    /**
     * The length of a byte array that must hold so many bytes and may grow.
     *
     * @throws IllegalStateException if a record cannot be so large
     */
    static int room(long needed, long wanted) {
        requirePossible(needed);
        return (int) Math.min(LARGEST, Math.max(needed, wanted));
    }

    /** A capacity with room to grow, but with ends of the same width. */
    static int roomier(int capacity, int slackDivisor) {
        long roomy = aligned(capacity + (long) capacity / slackDivisor);
        return (int) Math.min(roomy, most(capacity));
    }

    private static int most(int capacity) {
        if (capacity <= MOST_TINY) {
            return MOST_TINY;
        }
        return capacity <= MOST_NARROW ? MOST_NARROW : LARGEST;
    }

    private static long aligned(long bytes) {
        return bytes + ALIGNMENT - 1 & -ALIGNMENT;
    }
}
