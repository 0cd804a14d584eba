package io.github.profileengine.testdouble.admin;

import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.diff.StateDiff;
import io.github.profileengine.identity.Alias;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the difference of two states as an answer. All differences are counted; only the first of each kind are shown.
 */
final class DiffText {
    private final @Nullable String token;
    private final long limit;
    private final List<ProfileDiff> profiles;
    private final List<Alias> addedAliases;
    private final List<Alias> removedAliases;

    /**
     * Prepares an answer.
     *
     * @param token the project to show; null for all
     * @param limit how many profiles and aliases of each kind to show
     */
    DiffText(StateDiff diff, @Nullable String token, long limit) {
        this.token = token;
        this.limit = limit;
        this.profiles = diff.profiles().stream()
                .filter(profile -> isShown(profile.id().token()))
                .toList();
        this.addedAliases = diff.addedAliases().stream()
                .filter(alias -> isShown(alias.token()))
                .toList();
        this.removedAliases = diff.removedAliases().stream()
                .filter(alias -> isShown(alias.token()))
                .toList();
    }

    private boolean isShown(String project) {
        return token == null || token.equals(project);
    }

    WireAnswer answer() {
        return new JsonObject()
                .put("added", count(ProfileDiff.Kind.ADDED))
                .put("removed", count(ProfileDiff.Kind.REMOVED))
                .put("changed", count(ProfileDiff.Kind.CHANGED))
                .putList("profiles", profiles.stream().limit(limit).map(DiffText::profile))
                .putList("added_aliases", aliases(addedAliases))
                .putList("removed_aliases", aliases(removedAliases))
                .put(
                        "truncated",
                        Math.max(profiles.size(), Math.max(addedAliases.size(), removedAliases.size())) > limit)
                .ok();
    }

    private long count(ProfileDiff.Kind kind) {
        return profiles.stream().filter(profile -> profile.kind() == kind).count();
    }

    private static JsonObject profile(ProfileDiff diff) {
        return new JsonObject()
                .put("id", RequestedProfile.answer(diff.id()))
                .put("kind", diff.kind().name())
                .putList("changes", diff.changes().stream().map(DiffText::change));
    }

    /**
     * A change as an object. It has no {@code before} or {@code after} where the property is missing, because null
     * would be a value.
     */
    static JsonObject change(PropertyChange change) {
        JsonObject answer = new JsonObject()
                .put("property", change.name())
                .put("kind", change.kind().name());
        if (change.kind() != PropertyChange.Kind.ADDED) {
            answer.put("before", change.before());
        }
        if (change.kind() != PropertyChange.Kind.REMOVED) {
            answer.put("after", change.after());
        }
        return answer;
    }

    private Stream<JsonObject> aliases(List<Alias> aliases) {
        return aliases.stream().limit(limit).map(DiffText::alias);
    }

    static JsonObject alias(Alias alias) {
        return new JsonObject()
                .put("token", alias.token())
                .put("alias", alias.alias())
                .put("distinct_id", alias.id());
    }
}
