package io.github.profileengine.testdouble.fault;

import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.diff.StateDiff;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.profile.ReservedProperty;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the disturbances to blame for each property that differs: those of its profile whose operators write the
 * property. A second delivery that changed nothing is to blame for nothing.
 */
final class Attribution {
    /** The properties that the engine writes automatically with an update. */
    private static final Set<String> AUTOMATIC = Set.of(
            ReservedProperty.CREATED,
            ReservedProperty.LAST_SEEN,
            ReservedProperty.CITY,
            ReservedProperty.REGION,
            ReservedProperty.COUNTRY_CODE,
            ReservedProperty.TIMEZONE,
            ReservedProperty.GEO_SOURCE);

    private final Map<ProfileId, List<Disturbance>> byProfile = new HashMap<>();
    private final Map<Culprit, Long> culprits = new HashMap<>();

    /** An operator and how it was disturbed. */
    private record Culprit(@Nullable Operator operator, DisturbanceKind kind) {}

    /**
     * Creates an attribution for these disturbances.
     *
     * @param resolver follows aliases as they are now, because a held update may have been applied to another profile
     *     than the one that it was meant for when it was sent
     */
    Attribution(List<Disturbance> disturbances, UnaryOperator<ProfileId> resolver) {
        for (Disturbance disturbance : disturbances) {
            Set<ProfileId> ids = new LinkedHashSet<>(
                    List.of(disturbance.sent(), disturbance.target(), resolver.apply(disturbance.sent())));
            ids.forEach(id ->
                    byProfile.computeIfAbsent(id, key -> new ArrayList<>()).add(disturbance));
        }
    }

    Divergence report(Snapshot clean, Snapshot disturbed, long updates, int held, DisturbanceLog log) {
        List<DivergentProfile> profiles = StateDiff.between(clean, disturbed).profiles().stream()
                .map(this::profile)
                .toList();
        return new Divergence(updates, log.counts(), held, log.forgotten(), profiles, summary());
    }

    private DivergentProfile profile(ProfileDiff diff) {
        List<Disturbance> disturbances = byProfile.getOrDefault(diff.id(), List.of());
        List<DivergentProperty> properties = diff.changes().stream()
                .map(change -> property(change, disturbances))
                .toList();
        return new DivergentProfile(diff.id(), diff.kind(), properties, disturbances);
    }

    private DivergentProperty property(PropertyChange change, List<Disturbance> disturbances) {
        List<Blame> blames = new ArrayList<>();
        for (Disturbance disturbance : disturbances) {
            List<Blame> named = named(disturbance, change.name());
            blames.addAll(named);
            // The second delivery of a duplicate writes the same times and place as the first.
            if (named.isEmpty()
                    && AUTOMATIC.contains(change.name())
                    && disturbance.kind() != DisturbanceKind.DUPLICATE) {
                blames.add(new Blame(disturbance, null));
            }
        }
        if (blames.isEmpty()) {
            disturbances.stream()
                    .filter(disturbance -> !disturbance.touched().isEmpty())
                    .forEach(disturbance -> blames.add(new Blame(disturbance, null)));
        }
        Set<Culprit> once = new HashSet<>();
        blames.forEach(blame ->
                once.add(new Culprit(blame.operator(), blame.disturbance().kind())));
        once.forEach(culprit -> culprits.merge(culprit, 1L, Long::sum));
        return new DivergentProperty(change, blames);
    }

    private static List<Blame> named(Disturbance disturbance, String property) {
        return disturbance.touched().keySet().stream()
                .filter(operator -> disturbance.touches(operator, property))
                .map(operator -> new Blame(disturbance, operator))
                .toList();
    }

    private List<BlameCount> summary() {
        return culprits.entrySet().stream()
                .map(entry ->
                        new BlameCount(entry.getKey().operator(), entry.getKey().kind(), entry.getValue()))
                .sorted(Comparator.comparingLong(BlameCount::properties)
                        .reversed()
                        .thenComparing(BlameCount::kind)
                        .thenComparing(BlameCount::operator, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
