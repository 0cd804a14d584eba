package io.github.profileengine.store;

import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.log.Recording;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One part of the profiles: a table and the lock that its writers hold. Under the lock, the shard also reports the
 * writes to its counters, recordings and subscribers. Readers of profiles by id take no lock.
 */
final class Shard {
    private final int number;
    private final Lock lock;
    private final @Nullable BoundsAdmission boundsAdmission;
    private final WriteListeners listeners;
    private final ShardCounters counters = new ShardCounters();
    private volatile ProfileTable table;
    // How many changes were reported to subscribers. Guarded by the lock.
    private long changes;

    Shard(
            int number,
            Lock lock,
            ProfileTable table,
            @Nullable BoundsAdmission boundsAdmission,
            WriteListeners listeners) {
        this.number = number;
        this.lock = lock;
        this.table = table;
        this.boundsAdmission = boundsAdmission;
        this.listeners = listeners;
    }

    /** Applies the slice of a batch in one hold of the lock. */
    void apply(BatchSlice slice) {
        lock();
        try {
            Recording[] recordings = listeners.recordings();
            List<Update> recorded = recordings.length == 0 ? null : new ArrayList<>(slice.size());
            // Created before anything is applied, like all objects that a log needs outside of the recordings.
            Consumer<Recording> entry = recorded == null ? null : recording -> recording.slice(number, recorded);
            // Asked once: a subscriber that comes meanwhile waits for the batch, and gets the changes after it.
            boolean watched = listeners.feed().hasSubscribers();
            try {
                for (int at = 0; at < slice.size(); at++) {
                    apply(slice.index(at), slice.update(at), slice, watched, recorded);
                }
            } finally {
                table.releaseScratch();
                if (recorded != null && entry != null && !recorded.isEmpty()) {
                    WriteListeners.record(recordings, entry);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void apply(int index, Update update, BatchSlice slice, boolean watched, @Nullable List<Update> recorded) {
        TableStep step = slice.step();
        boolean wantsOutcomes = slice.result().wantsOutcomes();
        step.begin(watched || wantsOutcomes, watched);
        // Created before the profile changes: if memory runs out here, no update is applied that a log would miss.
        Update told = watched || recorded != null ? accepted(update, step) : update;
        try {
            table.apply(update, step);
        } catch (VirtualMachineError unread) {
            if (step.isChanged()) {
                // The change has happened. The feed of the subscribers
                // ends with the error rather than without the change.
                accepted(told, step, recorded);
                listeners.feed().fail(unread);
            }
            throw unread;
        }
        Rejection rejection = step.rejection();
        if (rejection != null) {
            counters.rejected(step.decided());
            slice.result().rejected(index, rejection);
            return;
        }
        accepted(told, step, recorded);
        if (watched || wantsOutcomes) {
            try {
                report(index, told, slice, watched);
            } catch (VirtualMachineError untold) {
                // The change has happened. The feed of the subscribers
                // ends with the error rather than without the change.
                listeners.feed().fail(untold);
                throw untold;
            }
        }
    }

    private void accepted(Update told, TableStep step, @Nullable List<Update> recorded) {
        if (recorded != null) {
            // The list has room for it, so this needs no memory.
            recorded.add(told);
        }
        counters.accepted(step.decided());
        if (boundsAdmission != null && step.isChanged()) {
            boundsAdmission.count(told.target(), step.grownBytes(), step.isGone());
        }
    }

    private void report(int index, Update applied, BatchSlice slice, boolean watched) {
        TableStep step = slice.step();
        List<Outcome> found = step.outcomes();
        assert found != null : "whoever is told of an update has asked for them";
        List<Outcome> outcomes = List.copyOf(found);
        if (slice.result().wantsOutcomes()) {
            slice.result().outcomes(index, outcomes);
        }
        if (watched && step.isChanged()) {
            publish(applied.target(), step.before(), step.after(), applied, outcomes);
        }
    }

    // Returns the accepted form, which needs no clock, for recordings and subscribers, which keep the update.
    private static Update accepted(Update update, TableStep step) {
        Instant moment = step.acceptedAt();
        assert moment != null : "an engine's steps say when it accepted them";
        return update.isAccepted()
                ? update
                : update.accepted(update.target(), update.time().orElse(moment), null);
    }

    private void publish(
            ProfileId id,
            @Nullable Profile before,
            @Nullable Profile after,
            @Nullable Update update,
            List<Outcome> outcomes) {
        listeners.feed().publish(new ProfileChange(number, ++changes, id, before, after, update, outcomes));
    }

    private void lock() {
        if (!lock.tryLock()) {
            long start = System.nanoTime();
            lock.lock();
            counters.waited(System.nanoTime() - start);
        }
    }

    /** The profile of an id; null if there is none. */
    @Nullable
    Profile profile(ProfileId id) {
        return table.get(id);
    }

    /** The table itself, which goes on changing. */
    ProfileTable table() {
        return table;
    }

    FrozenTable freeze() {
        lock();
        try {
            return table.freeze();
        } finally {
            lock.unlock();
        }
    }

    /** Adds the profiles of a project to {@code found}. */
    void collect(String token, Collection<? super Profile> found) {
        lock();
        try {
            table.forEach(token, found::add);
        } finally {
            lock.unlock();
        }
    }

    void clear(String token) {
        lock();
        try {
            Consumer<Profile> telling = profile -> publish(profile.id(), profile, null, null, List.of());
            // Cleared before the report, because a subscriber that gets the report may read the table.
            Consumer<Consumer<? super Profile>> gone = table.clear(token);
            tell(gone, telling);
        } finally {
            lock.unlock();
        }
    }

    /** Replaces the whole content. */
    void replace(ProfileTable content) {
        lock();
        try {
            // Both are frozen, so that the comparison skips what they share.
            FrozenTable before = table.freeze();
            table = content;
            tell(old -> publishDifferences(old, content.freeze()), before);
        } finally {
            lock.unlock();
        }
    }

    // Work on all shards must be done in all of them. If memory or the stack runs out while one of them reports to the
    // subscribers, their feed fails with the error, and the work goes on.
    private <T> void tell(Consumer<T> publishing, T given) {
        if (listeners.feed().hasSubscribers()) {
            try {
                publishing.accept(given);
            } catch (VirtualMachineError failed) {
                listeners.feed().fail(failed);
            }
        }
    }

    // In the order of the ids, because that of the tables is another in each run. Only ids are held: profiles made from
    // records take several times their memory. Two instances of equal profiles are not a change.
    private void publishDifferences(FrozenTable before, FrozenTable after) {
        List<ProfileId> differing = new ArrayList<>();
        before.forEachDifference(after, (old, present) -> {
            Profile known = present == null ? old : present;
            if (known != null && !Objects.equals(old, present)) {
                differing.add(known.id());
            }
        });
        differing.sort(null);
        differing.forEach(id -> publish(id, before.get(id), after.get(id), null, List.of()));
    }

    ShardCounters counters() {
        return counters;
    }
}
