package io.github.profileengine.profile;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.LazyValues;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.Slots;
import org.jspecify.annotations.Nullable;

/** Computes the estimated bytes of profiles, from all properties or from what an update changed. */
public final class ProfileFootprint {
    static final int UNKNOWN = 0;
    static final int NONE = -1;

    // The profile, its id, the head of its array of slots, and the references to it in a table that is one third full.
    private static final int OWN_BYTES = 32 + 32 + 16 + 12;

    private ProfileFootprint() {}

    static int of(Profile profile) {
        return Footprint.capped(whole(profile));
    }

    /** The value of {@link Profile#estimatedBytes} without the limit to the largest int. */
    public static long whole(Profile profile) {
        Shape shape = profile.shape();
        @Nullable Object[] slots = LazyValues.slots(profile.content());
        long bytes = own(profile.id());
        for (int slot = 0; slot < shape.size(); slot++) {
            bytes += Footprint.SLOT + Footprint.of(Slots.get(slots, shape.size(), slot));
            bytes += Footprint.ofName(shape.name(slot));
        }
        return bytes;
    }

    /**
     * The footprint after an update. It is computed from the growth, because looking at every property again would cost
     * as much as the update.
     *
     * @param before the footprint before; {@link #NONE} if there was no profile
     */
    static int after(int before, ProfileId id, long growth) {
        if (before == NONE) {
            return Footprint.capped(own(id) + growth);
        }
        // A footprint that was capped is not known exactly, so it is computed anew on request.
        return before == UNKNOWN || before == Integer.MAX_VALUE ? UNKNOWN : Footprint.capped(before + growth);
    }

    /** The part of {@link Profile#estimatedBytes} that a profile with this id takes beside its properties. */
    public static long own(ProfileId id) {
        // The group key counts in full, because each record contains it.
        return (long) OWN_BYTES
                + Footprint.ofText(id.id())
                + id.groupKey().map(Footprint::ofText).orElse(0);
    }
}
