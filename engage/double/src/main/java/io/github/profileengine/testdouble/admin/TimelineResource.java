package io.github.profileengine.testdouble.admin;

import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.Baseline;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.value.CanonicalText;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /timeline}: the history of a profile update by update, and the profile as it was after any request. */
final class TimelineResource {
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 1_000;
    private static final int SHOWN_ALIASES = 1_000;
    /**
     * The times that a replay may get slightly wrong: it uses the time when a request arrived instead of when it was
     * applied.
     */
    private static final Set<String> TIMES = Set.of("$created", "$last_seen");

    /** The cause of a doubt if a fault held updates back: the replay applies them when they came. */
    private static final String LATE = "a fault held back some of these updates";

    private final Steering steering;
    private final ForkShelf forks;

    /**
     * The data for an answer, all of it read at one moment. If a request came between two reads, its change would seem
     * to come from something other than the requests.
     *
     * @param present the present profile; null if there is none
     */
    private record Sources(
            ProfileId id,
            List<JournalEntry> entries,
            @Nullable Profile present,
            List<Baseline> baselines) {}

    TimelineResource(Steering steering, ForkShelf forks) {
        this.steering = steering;
        this.forks = forks;
    }

    void addTo(AdminRoutes routes) {
        List<String> parameters = new ArrayList<>(RequestedProfile.PARAMETERS);
        parameters.addAll(List.of("at", "limit"));
        routes.add("GET", "/timeline", parameters, this::answer);
    }

    private WireAnswer answer(AdminRequest request) {
        ProfileId asked = RequestedProfile.asked(request, ProjectNames.of(request, steering))
                .orElseThrow(
                        () -> AdminRefusalException.bad("distinct_id, missing; give it, or group_key and group_id"));
        Optional<Long> at = request.number("at", 0, Long.MAX_VALUE);
        long limit = request.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        long number = at.orElse(Long.MAX_VALUE);
        // Reads only what the replay needs, because requests wait meanwhile. The replay itself takes longer.
        Sources sources = steering.journal().atRest(last -> sources(asked, number));

        ProfileId id = sources.id();
        Profile present = sources.present();
        List<JournalEntry> entries = sources.entries();
        ProfileReplay replay = new ProfileReplay(id, new Reducer(steering.options()), sources.baselines());
        replay.advance(entries.stream().filter(its -> its.number() <= number).toList(), number);
        JsonObject answer = shown(id, replay, at, present, limit);
        replay.advance(entries.stream().filter(its -> its.number() > number).toList(), Long.MAX_VALUE);
        return answer.put("doubt", doubt(replay, present))
                .put("moments", moments(entries))
                .putList("aliases", aliases(id))
                .ok();
    }

    private Sources sources(ProfileId asked, long number) {
        ProfileId id = RequestedProfile.resolved(asked, steering);
        return new Sources(
                id,
                steering.journal().entries(entry -> entry.concerns(id)),
                steering.engine().profile(id).orElse(null),
                baselines(id.token(), number));
    }

    // If requests are missing after a state, the state is valid for its own number only, and no replay may start from
    // it.
    private List<Baseline> baselines(String token, long number) {
        long lost =
                Math.max(steering.journal().lostThrough(), steering.baselines().forgottenThrough(token));
        Stream<Baseline> named = forks.list().stream().map(ForkShelf.Fork::base);
        return Stream.concat(steering.baselines().list(token).stream(), named)
                .filter(base -> base.number() >= lost || base.number() == number)
                .sorted(Comparator.comparingLong(Baseline::number).thenComparingLong(Baseline::order))
                .toList();
    }

    private static JsonObject shown(
            ProfileId id, ProfileReplay replay, Optional<Long> at, @Nullable Profile present, long limit) {
        boolean known = at.isEmpty() || replay.isKnown();
        Profile profile = at.isEmpty() ? present : replay.profile();
        List<ReplayedUpdate> steps = new ArrayList<>(replay.steps());
        Collections.reverse(steps);
        Baseline base = replay.base();
        JsonObject writers = new JsonObject();
        replay.writers().forEach((name, step) -> writers.put(name, step.place(name)));
        return new JsonObject()
                .put("id", RequestedProfile.answer(id))
                .put("at", at.orElse(null))
                .put("known", known)
                .put("exists", profile != null)
                .putJson("properties", profile == null ? "null" : profile.canonicalText())
                .put("base", base == null ? null : base.name())
                .put("writers", writers)
                .putList("steps", steps.stream().limit(limit).map(ReplayedUpdate::answer))
                .put("more", steps.size() > limit)
                .putJson("since", at.isPresent() && known ? since(profile, present) : "null");
    }

    /** The changes from the earlier profile to the present one, as JSON. */
    private static String since(@Nullable Profile then, @Nullable Profile now) {
        return then == null && now == null
                ? "[]"
                : ProfileDiff.between(then, now).changes().stream()
                        .filter(change -> !isWithinASecond(change))
                        .map(change -> DiffText.change(change).toString())
                        .collect(Collectors.joining(",", "[", "]"));
    }

    /** Whether only the replay may have caused the difference: an automatic time that differs by at most a second. */
    private static boolean isWithinASecond(PropertyChange change) {
        if (!TIMES.contains(change.name())
                || !(change.before() instanceof String before)
                || !(change.after() instanceof String after)) {
            return false;
        }
        try {
            Duration between = Duration.between(LocalDateTime.parse(before), LocalDateTime.parse(after));
            return between.abs().toSeconds() <= 1;
        } catch (DateTimeParseException written) {
            // A client wrote this value, and may write anything there.
            return false;
        }
    }

    /** The numbers of the requests that referred to the profile. It may have changed at these moments. */
    private static List<Long> moments(List<JournalEntry> entries) {
        return entries.stream()
                .skip(Math.max(0, entries.size() - MOST))
                .map(JournalEntry::number)
                .toList();
    }

    /** Why the replay is not reliable; null if it ends with the present profile. */
    private static @Nullable String doubt(ProfileReplay replay, @Nullable Profile present) {
        Profile replayed = replay.profile();
        boolean late = replay.steps().stream().anyMatch(step -> step.update().isHeldBack());
        if (!replay.isKnown()) {
            return "the journal no longer holds the first requests, and no fork was made after those";
        }
        if (replayed == null && present == null) {
            return null;
        }
        if (replayed == null || present == null) {
            return "replaying the journal ends "
                    + (present == null
                            ? "with a profile, but there is none now"
                            : "without a profile, but there is one now")
                    + "; " + (late ? LATE : "something other than these requests changed it");
        }
        List<String> names = ProfileDiff.between(replayed, present).changes().stream()
                .map(PropertyChange::name)
                .filter(name -> !TIMES.contains(name))
                .limit(5)
                .toList();
        return names.isEmpty()
                ? null
                : "replaying the journal does not lead to the present value of " + String.join(", ", names) + "; "
                        + (late ? LATE : "something other than these requests, in their order, changed it");
    }

    /** Each alias that leads to a user, with the id that it maps to. */
    private Stream<JsonObject> aliases(ProfileId id) {
        if (id.isGroup()) {
            return Stream.empty();
        }
        Snapshot state = steering.engine().snapshot();
        Map<String, Alias> found = new TreeMap<>(CanonicalText::compareNames);
        state.aliasTable()
                .aliases()
                .filter(alias -> alias.token().equals(id.token()))
                .filter(alias -> state.resolve(alias.token(), alias.alias()).equals(id.id()))
                .forEach(alias -> found.put(alias.alias(), alias));
        return found.values().stream().limit(SHOWN_ALIASES).map(DiffText::alias);
    }
}
