package io.github.profileengine.profile;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.LazyValues;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.Slots;
import io.github.profileengine.representation.UtcSecond;
import org.jspecify.annotations.Nullable;

/**
 * The heap that profiles take as objects; see {@link HeapSize}. The texts of {@code $created} and {@code $last_seen} do
 * not count, because all profiles that a batch wrote share them.
 */
public final class ProfileHeapSize {
    // The profile and its id.
    private static final int OWN_BYTES = 32 + 32;
    private static final Name CREATED = Name.of(ReservedProperty.CREATED);
    private static final Name LAST_SEEN = Name.of(ReservedProperty.LAST_SEEN);

    private ProfileHeapSize() {}

    /** The same profile with all its values created, without the data from which they were created. */
    public static Profile settled(Profile profile) {
        Object content = profile.content();
        return content instanceof LazyValues
                ? new Profile(profile.id(), profile.shape(), LazyValues.slots(content))
                : profile;
    }

    /** The heap bytes of a profile. */
    public static long of(Profile profile) {
        Shape shape = profile.shape();
        @Nullable Object[] slots = LazyValues.slots(profile.content());
        long bytes = OWN_BYTES + Footprint.ofText(profile.id().id()) + shape.heapSize() + Slots.heapSize(shape.size());
        for (int slot = 0; slot < shape.size(); slot++) {
            bytes += ofValue(shape, slot, Slots.get(slots, shape.size(), slot));
        }
        return bytes;
    }

    /** By how many bytes a profile grows from one version to the next; null stands for no profile. */
    public static long growth(@Nullable Profile before, @Nullable Profile after) {
        if (before == null || after == null || before.shape() != after.shape()) {
            return (after == null ? 0 : of(after)) - (before == null ? 0 : of(before));
        }
        return growthOfValues(after.shape(), LazyValues.slots(before.content()), LazyValues.slots(after.content()));
    }

    private static long growthOfValues(Shape shape, @Nullable Object[] before, @Nullable Object[] after) {
        int size = shape.size();
        long bytes = 0;
        for (int at = 0; ; at++) {
            at = Slots.nextDifference(before, after, size, at);
            if (at == size) {
                return bytes;
            }
            bytes += ofValue(shape, at, Slots.get(after, size, at)) - ofValue(shape, at, Slots.get(before, size, at));
        }
    }

    private static long ofValue(Shape shape, int slot, @Nullable Object value) {
        return isAutomaticTime(shape.name(slot), value) ? 0 : HeapSize.of(value);
    }

    private static boolean isAutomaticTime(Name name, @Nullable Object value) {
        return (name.same(LAST_SEEN) || name.same(CREATED))
                && value instanceof String text
                && UtcSecond.epochSecond(text) != UtcSecond.NONE;
    }
}
