package io.github.profileengine.packed;

import io.github.profileengine.profile.ProfileFootprint;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.Shape;
import org.jspecify.annotations.Nullable;

/** Sums over the properties of a record. */
final class RecordSizes {
    private RecordSizes() {}

    /** What {@link ProfileFootprint#whole} counts of the profile. */
    static long footprint(RecordView record, ProfileId id) {
        long sum = ProfileFootprint.own(id);
        for (int slot = 0; slot < record.size(); slot++) {
            sum += Footprint.SLOT + record.footprint(slot);
        }
        // Only long names count, and only out-of-line shapes have them.
        return record.isShapeBeside() ? sum + ofNames(record.shape()) : sum;
    }

    private static long ofNames(Shape shape) {
        long sum = 0;
        for (int slot = 0; slot < shape.size(); slot++) {
            sum += Footprint.ofName(shape.name(slot));
        }
        return sum;
    }

    /** The heap of the out-of-line values. */
    static long ofObjects(RecordView record) {
        long bytes = 0;
        for (int slot = 0; slot < record.size(); slot++) {
            bytes += record.isOutOfLine(slot) ? HeapSize.of(object(record, slot)) : 0;
        }
        return bytes;
    }

    /** No less than {@link #ofObjects}, but found without scanning texts. */
    static long ofObjectsAtMost(RecordView record) {
        long bytes = 0;
        for (int slot = 0; record.mayHaveObjects() && slot < record.size(); slot++) {
            bytes += record.isOutOfLine(slot) ? HeapSize.atMost(object(record, slot)) : 0;
        }
        return bytes;
    }

    private static @Nullable Object object(RecordView record, int slot) {
        return record.objects()[record.objectPosition(slot)];
    }
}
