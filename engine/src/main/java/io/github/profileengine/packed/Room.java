package io.github.profileengine.packed;

/** What has room in a record that is there, and how large a copy of it with other values is. */
final class Room {
    private static final int MOSTLY_EMPTY = 4;
    private static final int SMALL_RECORD = 256;

    private Room() {}

    /** Whether a record has room for so many properties and bytes of values. */
    static boolean fits(RecordView record, int properties, int valueBytes) {
        return valueBytes <= forValues(record, properties);
    }

    /** Whether so many bytes of values would leave most of their room empty, which nothing would ever take back. */
    static boolean leavesMostEmpty(RecordView record, int properties, int valueBytes) {
        return (long) valueBytes * MOSTLY_EMPTY < forValues(record, properties) - SMALL_RECORD;
    }

    private static long forValues(RecordView record, int properties) {
        long ends = (long) properties * Layout.width(record.capacity());
        return record.capacity() - Layout.KEY - record.keyBytes() - ends;
    }

    /** Whether a copy with room for so many bytes of values can have ends as wide as the record has. */
    static boolean canCopy(RecordView record, int valueBytes, int slackDivisor) {
        return fits(record, record.shape().size(), valueBytes)
                || Layout.width(roomy(record, valueBytes, slackDivisor)) == Layout.width(record.capacity());
    }

    /** The capacity of a copy that {@link #canCopy}: some slack, but no more than a record has that is large enough. */
    static int ofCopy(RecordView record, int valueBytes, int slackDivisor) {
        int roomy = roomy(record, valueBytes, slackDivisor);
        if (fits(record, record.shape().size(), valueBytes)) {
            roomy = Math.min(record.capacity(), roomy);
        }
        return Layout.width(roomy) == Layout.width(record.capacity()) ? roomy : record.capacity();
    }

    private static int roomy(RecordView record, int valueBytes, int slackDivisor) {
        int used = Layout.capacity(record.keyBytes(), record.shape().size(), valueBytes);
        return Layout.roomier(used, slackDivisor);
    }
}
