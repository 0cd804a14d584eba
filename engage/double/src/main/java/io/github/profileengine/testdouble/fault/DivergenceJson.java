package io.github.profileengine.testdouble.fault;

import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.journal.DisturbanceKind;

/** Writes reports. */
final class DivergenceJson {
    static final int MAX_SHOWN_BLAMES = 100;

    private DivergenceJson() {}

    static String of(Divergence report) {
        JsonObject disturbed = new JsonObject();
        for (DisturbanceKind kind : DisturbanceKind.values()) {
            disturbed.put(kind.word(), report.disturbed().getOrDefault(kind, 0L));
        }
        return new JsonObject()
                .put("updates", report.updates())
                .put("disturbed", disturbed)
                .put("held", report.held())
                .put("forgotten", report.forgotten())
                .put("divergent_profiles", report.profiles().size())
                .putList("summary", report.summary().stream().map(DivergenceJson::of))
                .putList(
                        "profiles",
                        report.profiles().stream()
                                .limit(Divergence.MAX_SHOWN_PROFILES)
                                .map(DivergenceJson::of))
                .toString();
    }

    private static JsonObject of(BlameCount count) {
        JsonObject members = new JsonObject().put("kind", count.kind().word()).put("properties", count.properties());
        if (count.operator() != null) {
            members.put("operator", count.operator().symbol());
        }
        return members;
    }

    private static JsonObject of(DivergentProfile profile) {
        ProfileId id = profile.id();
        String state = switch (profile.kind()) {
            case ADDED -> "only_disturbed";
            case REMOVED -> "only_clean";
            case CHANGED, EQUAL -> "differs";
        };
        JsonObject members = new JsonObject()
                .put("$token", id.token())
                .put("state", state)
                .putList("properties", profile.properties().stream().map(DivergenceJson::of))
                .put(
                        "disturbances",
                        profile.disturbances().stream()
                                .limit(MAX_SHOWN_BLAMES)
                                .map(Disturbance::members)
                                .toList());
        id.groupKey().ifPresent(key -> members.put("$group_key", key));
        return members.put(id.isGroup() ? "$group_id" : "$distinct_id", id.id());
    }

    private static JsonObject of(DivergentProperty property) {
        JsonObject members = new JsonObject()
                .put("property", property.name())
                .put(
                        "blame",
                        property.blames().stream()
                                .limit(MAX_SHOWN_BLAMES)
                                .map(Blame::members)
                                .toList());
        PropertyChange change = property.change();
        if (change.kind() != PropertyChange.Kind.ADDED) {
            members.put("clean", change.before());
        }
        if (change.kind() != PropertyChange.Kind.REMOVED) {
            members.put("disturbed", change.after());
        }
        return members;
    }
}
