package io.github.profileengine.testdouble.admin;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import io.github.profileengine.value.CanonicalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /outcomes}: why a profile, or one of its properties, is not as expected. */
final class OutcomeResource {
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 1_000;

    private final Steering steering;

    OutcomeResource(Steering steering) {
        this.steering = steering;
    }

    void addTo(AdminRoutes routes) {
        List<String> parameters = new ArrayList<>(RequestedProfile.PARAMETERS);
        parameters.addAll(List.of("property", "show", "limit"));
        routes.add("GET", "/outcomes", parameters, this::answer);
    }

    private WireAnswer answer(AdminRequest request) {
        String token = ProjectNames.of(request, steering);
        ProfileId asked = RequestedProfile.asked(request, token)
                .orElseThrow(
                        () -> AdminRefusalException.bad("distinct_id, missing; give it, or group_key and group_id"));
        // The empty string is a valid name of a property.
        Optional<String> property = request.parameter("property");
        boolean all = request.choice("show", "unchanged", "all").equals("all");
        long limit = request.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        ProfileId id = RequestedProfile.resolved(asked, steering);
        List<JsonObject> outcomes = new ArrayList<>();
        List<ProfileHistory.Step> steps = ProfileHistory.of(id, steering.journal());
        for (ProfileHistory.Step step : steps) {
            step.update().outcomes().stream()
                    .filter(outcome ->
                            all || isPutOff(step.update()) || outcome.kind().compareTo(Outcome.Kind.UNCHANGED) >= 0)
                    .filter(outcome -> property.isEmpty() || concerns(outcome, property.get()))
                    .limit(limit - outcomes.size())
                    .forEach(outcome -> outcomes.add(step.placed(JournalText.outcome(outcome))
                            .put("injected", JournalText.disturbance(step.update()))));
        }
        return named(id, property.orElse(null))
                .putList("outcomes", outcomes.stream())
                .putList("disturbed", disturbed(steps).limit(limit))
                .ok();
    }

    /** Whether a fault left the profile as it was, for a while or for good. */
    private static boolean isPutOff(JournaledUpdate update) {
        return update.isDropped() || update.isHeldBack();
    }

    /** What has no outcomes belongs to each property: mostly, nobody knows what it would have changed. */
    private static Stream<JsonObject> disturbed(List<ProfileHistory.Step> steps) {
        return steps.stream()
                .filter(step -> step.update().disturbance() != null
                        && step.update().outcomes().isEmpty())
                .map(step -> step.placed(new JsonObject()).put("injected", JournalText.disturbance(step.update())));
    }

    /** An outcome without a property belongs to the whole record, and so to each of its properties. */
    private static boolean concerns(Outcome outcome, String property) {
        return outcome.property() == null || outcome.property().equals(property);
    }

    private JsonObject named(ProfileId id, @Nullable String property) {
        Profile profile = steering.engine().profile(id).orElse(null);
        JsonObject answer =
                new JsonObject().put("id", RequestedProfile.answer(id)).put("exists", profile != null);
        if (property != null && profile != null && profile.contains(property)) {
            answer.putJson("value", CanonicalText.of(profile.get(property)));
        }
        return answer;
    }
}
