package io.github.profileengine.packed;

/** What fits into an existing record, and how large a copy of it with other values is. */
final class Room {
    private static final int MOSTLY_EMPTY = 4;
    private static final int SMALL_RECORD = 256;

    private Room() {}

    /** Whether a record has room for other names and values. */
    static boolean fits(RecordView record, RecordImage image) {
        return image.valueBytes() <= forValues(record, image.nameBytes(), image.size());
    }

    /** Whether a record has room for so many bytes of values, with the names that it has. */
    static boolean fits(RecordView record, int valueBytes) {
        return valueBytes <= forValues(record, record.nameBytes(), record.size());
    }

    /** Whether other names and values would leave most of the room empty, which nothing would ever reclaim. */
    static boolean leavesMostEmpty(RecordView record, RecordImage image) {
        return isLittle(image.valueBytes(), forValues(record, image.nameBytes(), image.size()));
    }

    /** Whether so many bytes of values would, with the same names. */
    static boolean leavesMostEmpty(RecordView record, int valueBytes) {
        return isLittle(valueBytes, forValues(record, record.nameBytes(), record.size()));
    }

    private static boolean isLittle(int valueBytes, long room) {
        return (long) valueBytes * MOSTLY_EMPTY < room - SMALL_RECORD;
    }

    private static long forValues(RecordView record, int nameBytes, int properties) {
        long ends = (long) properties * Layout.width(record.capacity());
        return record.capacity() - Layout.KEY - record.keyBytes() - nameBytes - ends;
    }

    /** Whether a copy with room for so many bytes of values can have ends as wide as the record's. */
    static boolean canCopy(RecordView record, int valueBytes, int slackDivisor) {
        return fits(record, valueBytes)
                || Layout.width(roomy(record, valueBytes, slackDivisor)) == Layout.width(record.capacity());
    }

    /**
     * The capacity of a copy that {@link #canCopy}: with some slack, but no more than the record has if that is large
     * enough.
     */
    static int ofCopy(RecordView record, int valueBytes, int slackDivisor) {
        int roomy = roomy(record, valueBytes, slackDivisor);
        if (fits(record, valueBytes)) {
            roomy = Math.min(record.capacity(), roomy);
        }
        return Layout.width(roomy) == Layout.width(record.capacity()) ? roomy : record.capacity();
    }

    private static int roomy(RecordView record, int valueBytes, int slackDivisor) {
        int used = Layout.capacity((long) record.keyBytes() + record.nameBytes(), record.size(), valueBytes);
        return Layout.roomier(used, slackDivisor);
    }
}
