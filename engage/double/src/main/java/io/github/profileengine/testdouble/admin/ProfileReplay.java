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
 * How a profile went, found by applying the journal's updates once more to the states that are known: the one at the
 * start, forks, and what was restored. A known state always wins over what was replayed. Where neither reaches, the
 * profile is not known. Not thread-safe.
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
     * Begins before the first request.
     *
     * @param baselines in the order of their numbers; none from before what the journal lost
     */
    ProfileReplay(ProfileId id, Reducer reducer, List<Baseline> baselines) {
        this.id = id;
        this.reducer = reducer;
        this.ahead = new ArrayDeque<>(baselines);
    }

    /** Goes on to after a request; entries come in order and without those that were seen. */
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
        Profile after = after(entry, update);
        List<PropertyChange> changes = now == null && after == null
                ? List.of()
                : ProfileDiff.between(now, after).changes();
        ReplayedUpdate step = new ReplayedUpdate(entry, update, changes);
        for (PropertyChange change : changes) {
            if (change.kind() == PropertyChange.Kind.REMOVED) {
                writers.remove(change.name());
            } else {
                writers.put(change.name(), step);
            }
        }
        now = after;
        steps.add(step);
    }

    private @Nullable Profile after(JournalEntry entry, JournaledUpdate journaled) {
        Update update = journaled.update();
        if (update == null || journaled.isRejected() || entry.fault() != null) {
            return now;
        }
        Update accepted =
                update.accepted(id, update.time().orElse(entry.request().time()), null);
        return reducer.reduce(now, accepted).after();
    }

    /** Whether the profile is known where the replay stands. */
    boolean isKnown() {
        return base != null;
    }

    /** The profile where the replay stands; null if there is none, or it is not known. */
    @Nullable
    Profile profile() {
        return now;
    }

    /** The state that it was last known from; null if from none. */
    @Nullable
    Baseline base() {
        return base;
    }

    /** The updates so far, oldest first. */
    List<ReplayedUpdate> steps() {
        return List.copyOf(steps);
    }

    /** The update that last changed each property that is there, as far as it was replayed. */
    Map<String, ReplayedUpdate> writers() {
        return new TreeMap<>(writers);
    }
}
