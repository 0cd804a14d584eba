package io.github.profileengine.store;

import io.github.profileengine.feed.ChangeFeed;
import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.FeedView;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Profiles in memory, updated by batches. Any thread may call any method at any time.
 *
 * <h2>What is visible when</h2>
 *
 * When {@link #apply} returns, every update of its batch is visible to all threads. Updates of one profile apply in
 * list order. A reader of a profile takes no lock. It sees the final value or one between two updates, never a torn
 * one, and never an older one than it saw before (until a {@link #restore}). A batch is not a transaction: readers may
 * see a part of it applied, and a rejected update does not stop the others.
 *
 * <p>A {@link #snapshot} or {@link #fork} is a consistent cut: it holds all or nothing of every batch. {@link #alias},
 * {@link #clear}, {@link #restore}, {@link #record} and {@link #end} take effect at such cuts too. These calls wait for
 * running batches, and later batches wait for them; neither side can starve the other.
 *
 * <p>Time, aliases and location are settled when a batch is accepted, before its first update applies. The clock is
 * read once for each batch. An {@link #alias} call counts for batches whose acceptance starts after it returned. No
 * user code (clock, locator) runs while the engine holds a lock.
 */
public final class ProfileEngine implements AutoCloseable {
    // Never changed, as others get a copy.
    private final ProfileEngineBuilder settings;
    private final Reducer reducer;
    private final EngineCounters counters = new EngineCounters();
    private final EngineState state;
    private volatile boolean closed;

    ProfileEngine(ProfileEngineBuilder builder) {
        settings = builder.copy();
        reducer = new Reducer(builder.options);
        state = new EngineState(builder, reducer, counters);
    }

    /** Starts a builder with the system's clock, no limits, lenient validation, no locator, and automatic times. */
    public static ProfileEngineBuilder builder() {
        return new ProfileEngineBuilder();
    }

    /** The options of its reducer: a log of this engine names them, and an engine that replays it must have them. */
    public ReducerOptions options() {
        open();
        return reducer.options();
    }

    /**
     * Applies a batch.
     *
     * @return rejections, warnings and alias results; no outcomes
     * @throws IllegalStateException if the engine is closed, or its clock is outside the years 0000 to 9999; also if a
     *     profile, or the part of a project in one shard, gets too large: updates applied by then stay applied
     */
    public BatchResult apply(Batch batch) {
        return apply(batch, false);
    }

    /** As {@link #apply}; the result also tells what each update did to each property. */
    public BatchResult applyWithOutcomes(Batch batch) {
        return apply(batch, true);
    }

    private BatchResult apply(Batch batch, boolean withOutcomes) {
        EngineState open = open();
        BatchResult.Builder result =
                new BatchResult.Builder(Objects.requireNonNull(batch, "batch").size(), withOutcomes);
        Acceptance acceptance = new Acceptance(reducer, settings.locator, settings.clock, batch);
        acceptance.judge(result);
        open.apply(acceptance, batch, result);
        counters.batch(acceptance.refused());
        return result.build();
    }

    /**
     * The profile with exactly this id; aliases are not followed. Empty if there is none. Does not wait for updates,
     * except at most while this one profile is being written to memory.
     */
    public Optional<Profile> profile(ProfileId id) {
        return Optional.ofNullable(
                open().shards().of(Objects.requireNonNull(id, "id")).profile(id));
    }

    /** The {@link #profile(ProfileId)} of each id, in order, null where there is none; not all of one moment. */
    public List<@Nullable Profile> profiles(Collection<ProfileId> ids) {
        return open().shards().profiles(Objects.requireNonNull(ids, "ids"));
    }

    /**
     * Makes {@code alias} stand for {@code id}. Never moves or merges profiles.
     *
     * @throws IllegalArgumentException if a text is empty or holds an unpaired surrogate
     */
    public AliasResult alias(String token, String alias, String id) {
        return open().alias(AliasCall.of(token, alias, id));
    }

    /** The id at the end of the alias chain that starts with a distinct id; the id itself if no alias. Never waits. */
    public String resolve(String token, String distinctId) {
        return open().aliases().resolve(token, distinctId);
    }

    /** How many profiles there are; exact while nobody writes. Never waits. */
    public long count() {
        return open().shards().count();
    }

    /** How many profiles a project has; exact while nobody writes. Never waits. */
    public long count(String token) {
        return open().shards().count(Objects.requireNonNull(token, "token"));
    }

    /** The tokens of the projects that have profiles, in code point order; exact while nobody writes. Never waits. */
    public List<String> tokens() {
        return List.copyOf(open().shards().tokens());
    }

    /**
     * The profiles of all projects, project by project in the order of their tokens. Each shard is shown as of one
     * moment during the call, not all shards of the same. The call waits in each shard for the batch running there, and
     * costs later writes as much as a {@link #snapshot}, which shows all of one moment.
     */
    public Stream<Profile> profiles() {
        return open().frozen().profiles();
    }

    /**
     * The profiles of a project, users before groups, in code point order of their ids; each shard as of one moment.
     * The call waits in each shard for the batch running there, and the shard's writers wait for the call. All these
     * profiles are in memory before it returns; {@link #profiles()} and listings of a {@link #snapshot} hold only ids.
     */
    public Stream<Profile> profiles(String token) {
        return open().shards().profiles(Objects.requireNonNull(token, "token")).stream();
    }

    /**
     * The content of the engine at one moment: all or nothing of every batch, and the aliases. Waits for running
     * batches ({@link EngineStats#cutWaitNanos}); its own work does not depend on the number of profiles. The first
     * write to a project in a shard then copies its array of references, and the first write to a profile copies that
     * profile.
     */
    public Snapshot snapshot() {
        return open().snapshot();
    }

    /**
     * A separate engine that starts with the content of this one, at the cost of a {@link #snapshot}. Writes to either
     * are invisible to the other. The fork has the same settings and clock, no recordings, and counts from zero.
     */
    public ProfileEngine fork() {
        return settings.copy().state(snapshot()).build();
    }

    /** As {@link #fork()}, with a clock of its own. */
    public ProfileEngine fork(InstantSource itsClock) {
        return settings.copy().clock(itsClock).state(snapshot()).build();
    }

    /**
     * Replaces all profiles and aliases with the content of a snapshot of this or any other engine. Costs next to
     * nothing if that engine has as many shards and the same {@link StoreKind}; otherwise the snapshot's profiles are
     * first distributed to shards anew. With {@link EngineBounds}, its projects are also counted, as for a fork.
     */
    public void restore(Snapshot content) {
        open().restore(Objects.requireNonNull(content, "content"));
    }

    /**
     * Deletes all profiles and aliases of a project.
     *
     * @throws IllegalArgumentException if the token holds an unpaired surrogate, because no log could name it
     */
    public void clear(String token) {
        open().clear(Objects.requireNonNull(token, "token"));
    }

    /** A hash of the whole content; see {@link Snapshot#stateHash}. Reads every profile. */
    public StateHash stateHash() {
        return snapshot().stateHash();
    }

    /** As {@link #record(long, RecordingOverflow)}, with room for a million updates; if full, the recording ends. */
    public Recording record() {
        return record(Recording.DEFAULT_CAPACITY, RecordingOverflow.END_RECORDING);
    }

    /**
     * Records every accepted update, alias, {@code clear} and {@code restore} from now on. It starts between two
     * batches. For each shard of a batch, recording adds one list and one queue entry, under the lock of the shard;
     * near a bound, it does so for each update. The state at its start stays alive until {@link Recording#takeStart},
     * even if the recording is closed before: take it, needed or not.
     *
     * @param capacity how many updates may wait to be taken, at least 1, else {@code IllegalArgumentException}
     * @param overflow what happens if more come
     */
    public Recording record(long capacity, RecordingOverflow overflow) {
        return open().record(capacity, overflow);
    }

    /**
     * Ends a recording between two batches, and returns the state that its log leads to.
     *
     * @throws IllegalStateException if it is no recording of this engine, or has ended
     */
    public Snapshot end(Recording recording) {
        return open().end(Objects.requireNonNull(recording, "recording"));
    }

    /**
     * Applies a recorded log, without clock and locator. The engine then has the recorded state, if the log continues
     * its state and its options are the recorded ones. Little of this is checked, so compare {@link #stateHash}. Bounds
     * count the log's updates but refuse none, as there was room for each before. Many updates are applied at once, as
     * one batch; if there are subscribers, each entry by itself. A replay that fails may have applied a part.
     *
     * @throws io.github.profileengine.log.LogOrderException if the log lacks an entry or is out of order
     * @throws IllegalArgumentException if an update was never accepted; only one that was built by hand can be so
     * @throws IllegalStateException if an update is rejected (the message names its profile, time and slice) or an
     *     alias does not map, because limits, options or contents are not the recorded ones; or on an interrupt
     */
    public void replay(Iterable<? extends LogEntry> log) {
        replay(log, 1);
    }

    /** As {@link #replay(Iterable)}, to the same state, on this many threads (at least 1), which end with the call. */
    public void replay(Iterable<? extends LogEntry> log, int threads) {
        new Replay(this, open().feed(), threads).run(log);
    }

    /**
     * Publishes each change from a subscription on, with the profile before and after, the update and its outcomes.
     * Changes of one profile come in order, those of several in another order in each run; for a fixed order build with
     * {@code shards(1)} and write on one thread. An update that changes nothing is not reported; changes by
     * {@link #clear} or {@link #restore} come without an update. A subscriber has a buffer of
     * {@value ChangeFeed#DEFAULT_CAPACITY} changes, which must hold those of a whole batch or of one of these two. It
     * fails when the buffer is full, or when memory or the stack runs out. Writers never wait ({@link ChangeFeed}).
     */
    public Flow.Publisher<ProfileChange> changes() {
        return open().feed().defaults();
    }

    /**
     * As {@link #changes()}, with other buffers.
     *
     * @param capacity how many changes a subscriber's buffer holds, at least 1, else {@code IllegalArgumentException}
     * @param overflow what happens when it is full
     * @param executor where subscribers run
     */
    public FeedView changes(int capacity, FeedOverflow overflow, Executor executor) {
        return open().feed().with(capacity, overflow, executor);
    }

    /** The counters and the current state of the engine. Never waits. */
    public EngineStats stats() {
        return counters.stats(open().shards(), state.aliases().size());
    }

    /**
     * Ends the engine, its recordings and its feed; every later call but this throws {@code IllegalStateException}.
     * Running batches are not waited for: they apply to their end, but no recording receives them any more.
     */
    @Override
    public void close() {
        closed = true;
        state.close();
    }

    @Override
    public String toString() {
        return closed ? state + ", closed" : state.toString();
    }

    private EngineState open() {
        if (closed) {
            throw new IllegalStateException(WriteListeners.OVER);
        }
        return state;
    }
}
