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
 * A part of the profiles: a table, the lock that its writers hold, and what is told of the writes while it is held.
 * Readers take no lock.
 */
final class Shard {
    private final int number;
    private final Lock lock;
    private final @Nullable BoundsAdmission boundsAdmission;
    private final WriteListeners listeners;
    private final ShardCounters counters = new ShardCounters();
    private volatile ProfileTable table;
    // How many changes subscribers were told of. Guarded by the lock.
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

    /** Applies a part of a batch in one hold of the lock. */
    void apply(BatchSlice slice) {
        lock();
        try {
            Recording[] recordings = listeners.recordings();
            List<Update> recorded = recordings.length == 0 ? null : new ArrayList<>(slice.size());
            // Made before anything is applied, as is all that a log needs of memory outside of the recordings.
            Consumer<Recording> entry = recorded == null ? null : recording -> recording.slice(number, recorded);
            // Asked once: who subscribes meanwhile waits for the batch, and is told of what comes after it.
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
        // Made before the profile changes: if there is no memory for it, nothing is applied that a log would miss.
        Update told = watched || recorded != null ? accepted(update, step) : update;
        try {
            table.apply(update, step);
        } catch (VirtualMachineError unread) {
            if (step.isChanged()) {
                // It has happened. Subscribers end with that rather than miss it.
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
                // It has happened. Subscribers end with that rather than miss it.
                listeners.feed().fail(untold);
                throw untold;
            }
        }
    }

    private void accepted(Update told, TableStep step, @Nullable List<Update> recorded) {
        if (recorded != null) {
            // There is room for it.
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

    // The form that needs no clock any more, for those who keep it.
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

    /** The profile of an id, or null. */
    @Nullable
    Profile profile(ProfileId id) {
        return table.get(id);
    }

    /** What the shard holds, to count; it goes on changing. */
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

    /** Adds the profiles of a project. */
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
            // Gone first: who is told of it may look.
            Consumer<Consumer<? super Profile>> gone = table.clear(token);
            tell(gone, telling);
        } finally {
            lock.unlock();
        }
    }

    /** Takes other content in place of all there is. */
    void replace(ProfileTable content) {
        lock();
        try {
            // Frozen both, so that what they share is not looked at.
            FrozenTable before = table.freeze();
            table = content;
            tell(old -> old.forEachDifference(content.freeze(), this::publishDifference), before);
        } finally {
            lock.unlock();
        }
    }

    // What concerns all shards is done in all of them: if memory or the stack ends while one of them tells of it, the
    // subscribers end with that, and not the work in the midst of it.
    private <T> void tell(Consumer<T> publishing, T given) {
        if (listeners.feed().hasSubscribers()) {
            try {
                publishing.accept(given);
            } catch (VirtualMachineError failed) {
                listeners.feed().fail(failed);
            }
        }
    }

    // Equal profiles that are two instances are no change.
    private void publishDifference(@Nullable Profile before, @Nullable Profile after) {
        Profile known = after == null ? before : after;
        if (known != null && !Objects.equals(before, after)) {
            publish(known.id(), before, after, null, List.of());
        }
    }

    ShardCounters counters() {
        return counters;
    }
}
