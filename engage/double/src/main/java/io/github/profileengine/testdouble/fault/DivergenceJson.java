package io.github.profileengine.testdouble.fault;

import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.value.CanonicalText;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes reports. */
final class DivergenceJson {
    static final int MAX_SHOWN_BLAMES = 100;

    private DivergenceJson() {}

    static String of(Divergence report) {
        Map<String, Object> disturbed = new TreeMap<>();
        for (DisturbanceKind kind : DisturbanceKind.values()) {
            disturbed.put(kind.word(), report.disturbed().getOrDefault(kind, 0L));
        }
        return CanonicalText.of(Map.of(
                "updates", report.updates(),
                "disturbed", disturbed,
                "held", report.held(),
                "forgotten", report.forgotten(),
                "divergent_profiles", report.profiles().size(),
                "summary", report.summary().stream().map(DivergenceJson::of).toList(),
                "profiles",
                        report.profiles().stream()
                                .limit(Divergence.MAX_SHOWN_PROFILES)
                                .map(DivergenceJson::of)
                                .toList()));
    }

    private static Map<String, Object> of(BlameCount count) {
        Map<String, Object> members =
                new TreeMap<>(Map.of("kind", count.kind().word(), "properties", count.properties()));
        if (count.operator() != null) {
            members.put("operator", count.operator().symbol());
        }
        return members;
    }

    private static Map<String, Object> of(DivergentProfile profile) {
        ProfileId id = profile.id();
        String state = switch (profile.kind()) {
            case ADDED -> "only_disturbed";
            case REMOVED -> "only_clean";
            case CHANGED, EQUAL -> "differs";
        };
        Map<String, Object> members = new TreeMap<>(Map.of(
                "$token", id.token(),
                "state", state,
                "properties",
                        profile.properties().stream().map(DivergenceJson::of).toList(),
                "disturbances",
                        profile.disturbances().stream()
                                .limit(MAX_SHOWN_BLAMES)
                                .map(Disturbance::members)
                                .toList()));
        id.groupKey().ifPresent(key -> members.put("$group_key", key));
        members.put(id.isGroup() ? "$group_id" : "$distinct_id", id.id());
        return members;
    }

    private static Map<String, @Nullable Object> of(DivergentProperty property) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        PropertyChange change = property.change();
        members.put("property", property.name());
        if (change.kind() != PropertyChange.Kind.ADDED) {
            members.put("clean", change.before());
        }
        if (change.kind() != PropertyChange.Kind.REMOVED) {
            members.put("disturbed", change.after());
        }
        members.put(
                "blame",
                property.blames().stream()
                        .limit(MAX_SHOWN_BLAMES)
                        .map(Blame::members)
                        .toList());
        return members;
    }
}
