package io.github.profileengine.store;

import io.github.profileengine.feed.ChangeFeed;
import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.identity.AliasTable;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.representation.Utf8;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.table.ProfileTable;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The profiles and aliases of an engine, and the gate to them. Batches pass the gate side by side. Work that concerns
 * all shards or the aliases runs while the gate is closed, between two batches. Thread-safe.
 */
final class EngineState {
    private final Gate gate;
    private final Shards shards;
    private final WriteListeners listeners = new WriteListeners(this::awaitBatches);
    private final EngineCounters counters;
    // Written only while the gate is closed.
    private volatile AliasTable aliases;

    EngineState(ProfileEngineBuilder builder, Reducer reducer, EngineCounters counters) {
        Snapshot first = builder.state;
        this.gate = builder.parts.gate().get();
        this.shards = new Shards(builder, reducer, listeners);
        this.aliases = first == null ? AliasTable.EMPTY : first.aliasTable();
        this.counters = counters;
    }

    Shards shards() {
        return shards;
    }

    AliasTable aliases() {
        return aliases;
    }

    /** Resolves the aliases in a judged batch and applies the batch. */
    void apply(Acceptance judged, Batch batch, BatchResult.Builder result) {
        StackHeadroom.require();
        listeners.prepare();
        int ticket = batch.hasAliases() ? enterWithAliases(judged, result) : gate.enter();
        try {
            if (!batch.hasAliases()) {
                judged.resolve(aliases, result);
            }
            shards.apply(judged.accepted(), judged.acceptedAt(), batch.isReplayed(), result);
        } finally {
            gate.leave(ticket);
            listeners.feed().dispatch();
        }
    }

    // The batch's own aliases take effect together with its updates: a snapshot shows both or neither.
    private int enterWithAliases(Acceptance judged, BatchResult.Builder result) {
        closeGate();
        try {
            // Here and below, what a log needs is created before anything changes, because memory may run out.
            AliasTable resolved = judged.resolve(aliases, result);
            Consumer<Recording> entries = recording -> judged.mapped().forEach(recording::aliased);
            aliases = resolved;
            WriteListeners.record(listeners.recordings(), entries);
            return gate.openFromInside();
        } catch (RuntimeException | Error unresolved) {
            gate.open();
            throw unresolved;
        }
    }

    private void closeGate() {
        StackHeadroom.require();
        long start = System.nanoTime();
        gate.close();
        counters.cut(System.nanoTime() - start);
    }

    private void awaitBatches() {
        closeGate();
        gate.open();
    }

    /** Runs work between two batches, while the gate is closed. */
    private <T> T cut(Supplier<T> work) {
        closeGate();
        try {
            return work.get();
        } finally {
            gate.open();
        }
    }

    AliasResult alias(AliasCall call) {
        listeners.prepare();
        return cut(() -> {
            AliasResult result = aliases.check(call.token(), call.alias(), call.id());
            if (result == AliasResult.MAPPED) {
                Alias mapped = new Alias(call.token(), call.alias(), call.id());
                Consumer<Recording> entry = recording -> recording.aliased(mapped);
                aliases = aliases.with(call.token(), call.alias(), call.id());
                WriteListeners.record(listeners.recordings(), entry);
            }
            return result;
        });
    }

    Snapshot snapshot() {
        return cut(this::frozen);
    }

    /** A snapshot of one shard after the other. It shows a single moment only while the gate is closed. */
    Snapshot frozen() {
        return Snapshot.of(shards.freeze(), aliases);
    }

    void restore(Snapshot state) {
        List<ProfileTable> prepared = shards.prepared(state);
        throughout(recording -> recording.restored(state), () -> {
            shards.replace(prepared);
            aliases = state.aliasTable();
        });
    }

    void clear(String token) {
        if (!Utf8.canCarry(token)) {
            // A log could not contain this token.
            throw new IllegalArgumentException("token holds an unpaired surrogate");
        }
        // This goes through the aliases of all projects, so it runs before the gate is closed.
        AliasTable before = aliases;
        AliasTable left = before.without(token);
        throughout(recording -> recording.cleared(token), () -> {
            aliases = aliases == before ? left : aliases.without(token);
            shards.clear(token);
        });
    }

    // Changes one shard after the other between two batches. If memory runs out halfway, no log can say what was done.
    private void throughout(Consumer<Recording> entry, Runnable change) {
        listeners.prepare();
        try {
            cut(() -> {
                try {
                    change.run();
                } catch (VirtualMachineError halfDone) {
                    listeners.failRecordings();
                    throw halfDone;
                }
                WriteListeners.record(listeners.recordings(), entry);
                return entry;
            });
        } finally {
            listeners.feed().dispatch();
        }
    }

    Recording record(long capacity, RecordingOverflow overflow) {
        return cut(() -> {
            Recording recording = new Recording(frozen(), shards.size(), capacity, overflow);
            listeners.add(recording);
            return recording;
        });
    }

    Snapshot end(Recording recording) {
        return cut(() -> {
            listeners.requireRunning(recording);
            Snapshot end = frozen();
            recording.close();
            return end;
        });
    }

    ChangeFeed feed() {
        return listeners.feed();
    }

    void close() {
        listeners.close();
    }

    /** How many profiles and aliases there are, as a snapshot tells it. Never waits. */
    @Override
    public String toString() {
        return shards.count() + " profiles, " + aliases.size() + " aliases";
    }
}
