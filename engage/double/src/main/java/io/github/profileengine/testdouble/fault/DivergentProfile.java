package io.github.profileengine.testdouble.fault;

import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.profile.ProfileId;
import java.util.List;
import java.util.Optional;

/**
 * A profile that differs. Immutable.
 *
 * @param id the id of the profile
 * @param kind {@code REMOVED} if only the clean run has it, {@code ADDED} if only the disturbed one has it, else
 *     {@code CHANGED}
 * @param properties the properties that differ, by name
 * @param disturbances every remembered disturbance of the profile, in the order in which the updates were sent
 */
public record DivergentProfile(
        ProfileId id, ProfileDiff.Kind kind, List<DivergentProperty> properties, List<Disturbance> disturbances) {
    /** Copies the lists. */
    public DivergentProfile {
        properties = List.copyOf(properties);
        disturbances = List.copyOf(disturbances);
    }

    /** The property with a name, if it differs. */
    public Optional<DivergentProperty> property(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst();
    }
}
