package io.github.profileengine.testdouble.admin;

import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.diff.PropertyChange;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.testdouble.journal.Baseline;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the history of a profile by applying the journal's updates again to the known states: the state at the start,
 * forks, and restored states. A known state always overrides the replayed one. Without a known state before it, the
 * profile is unknown. Not thread-safe.
 */
final class ProfileReplay {
    private final ProfileId id;
    private final Reducer reducer;
    private final Deque<Baseline> ahead;
    private final List<ReplayedUpdate> steps = new ArrayList<>();
    private final Map<String, ReplayedUpdate> writers = new TreeMap<>();

    private @Nullable Profile now;
    private @Nullable Baseline base;

    /**
     * Starts before the first request.
     *
     * @param baselines the known states in the order of their numbers; none from before requests that the journal has
     *     lost
     */
    ProfileReplay(ProfileId id, Reducer reducer, List<Baseline> baselines) {
        this.id = id;
        this.reducer = reducer;
        this.ahead = new ArrayDeque<>(baselines);
    }

    /** Replays up to and including the request {@code number}. The entries must be in order and not replayed before. */
    void advance(Iterable<JournalEntry> entries, long number) {
        for (JournalEntry entry : entries) {
            rebase(entry.number() - 1);
            for (JournaledUpdate update : entry.updates()) {
                if (id.equals(update.target())) {
                    step(entry, update);
                }
            }
        }
        rebase(number);
    }

    private void rebase(long number) {
        Baseline next = ahead.peek();
        while (next != null && next.number() <= number) {
            Profile its = next.state().profile(id).orElse(null);
            if (!(base != null && isSame(now, its))) {
                writers.clear();
            }
            now = its;
            base = next;
            ahead.remove();
            next = ahead.peek();
        }
    }

    private static boolean isSame(@Nullable Profile one, @Nullable Profile other) {
        return one == null ? other == null : one.equals(other);
    }

    private void step(JournalEntry entry, JournaledUpdate update) {
        if (base == null) {
            steps.add(new ReplayedUpdate(entry, update, null));
            return;
        }
        Profile after = after(now, entry, update);
        List<PropertyChange> changes = now == null && after == null
                ? List.of()
                : ProfileDiff.between(now, after).changes();
        ReplayedUpdate step = new ReplayedUpdate(entry, update, changes);
        steps.add(step);
        if (update.isDropped()) {
            // The step tells what it would have changed.
            return;
        }
        for (PropertyChange change : changes) {
            if (change.kind() == PropertyChange.Kind.REMOVED) {
                writers.remove(change.name());
            } else {
                writers.put(change.name(), step);
            }
        }
        now = update.isAppliedTwice() ? after(after, entry, update) : after;
    }

    private @Nullable Profile after(@Nullable Profile before, JournalEntry entry, JournaledUpdate journaled) {
        Update update = journaled.update();
        if (update == null || journaled.isRejected() || entry.fault() != null) {
            return before;
        }
        Update accepted =
                update.accepted(id, update.time().orElse(entry.request().time()), null);
        return reducer.reduce(before, accepted).after();
    }

    /** Whether the profile is known at the current point of the replay. */
    boolean isKnown() {
        return base != null;
    }

    /** The profile at the current point of the replay; null if it does not exist or is unknown. */
    @Nullable
    Profile profile() {
        return now;
    }

    /** The last known state that the replay has used; null if it has used none. */
    @Nullable
    Baseline base() {
        return base;
    }

    /** The replayed updates, oldest first. */
    List<ReplayedUpdate> steps() {
        return List.copyOf(steps);
    }

    /** For each present property, the replayed update that changed it last, if there is one. */
    Map<String, ReplayedUpdate> writers() {
        return new TreeMap<>(writers);
    }
}
