package io.github.profileengine.reducer;

import io.github.profileengine.location.Location;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileFootprint;
import io.github.profileengine.representation.Footprint;
import org.jspecify.annotations.Nullable;

/**
 * An upper bound for the bytes by which an update makes the {@link Profile#estimatedBytes} of its profile grow. It
 * holds for every profile, new or not, and depends on the update alone. The growth is mostly less. The engine uses the
 * bound to tell whether all of a batch fits.
 */
public final class MostGrowth {
    // The most that a property takes beside its operand: its slot, a new list, and the operand's slot in that list.
    private static final long A_PROPERTY = 2 * Footprint.SLOT + Footprint.ofList(0, 0);
    private static final long TIMES = 2 * (Footprint.SLOT + Footprint.ofText("yyyy-mm-ddThh:mm:ss"));

    private MostGrowth() {}

    /** The bound for an update as an engine accepts it, with the target and location that were found. */
    public static long of(Update update) {
        long sum = ProfileFootprint.own(update.target()) + TIMES;
        sum += ofProperties(update.firstOperation());
        for (Operation operation : update.laterOperations()) {
            sum += ofProperties(operation);
        }
        ResolvedLocation found = update.locationOrNull();
        return found == null ? sum : sum + ofLocation(found.location());
    }

    private static long ofProperties(Operation operation) {
        long sum = 0;
        for (int at = 0; at < operation.count(); at++) {
            sum += A_PROPERTY + ofValue(operation.operandAt(at)) + Footprint.ofName(operation.name(at));
        }
        return sum;
    }

    // A text counts two bytes for each unit. Checking whether it is Latin-1 is left to the code that writes it.
    private static long ofValue(@Nullable Object value) {
        return value instanceof String text ? Footprint.ofTextBytes(2L * text.length()) : Footprint.of(value);
    }

    private static long ofLocation(Location found) {
        long sum = A_PROPERTY + ofValue(AutomaticProperties.FROM_COORDINATES);
        for (String name :
                new @Nullable String[] {found.city(), found.region(), found.countryCode(), found.timezone()}) {
            sum += A_PROPERTY + ofValue(name);
        }
        return sum;
    }
}
