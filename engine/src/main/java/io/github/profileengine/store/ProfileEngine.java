package io.github.profileengine.store;

import io.github.profileengine.feed.ChangeFeed;
import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.FeedView;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.location.Locator;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.representation.UtcSecond;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import java.time.Instant;
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
 * {@link #apply} returns after every update of its batch is visible to all threads. Updates of one profile apply in
 * list order. A reader of a profile takes no lock and sees a value from between two updates or the final one, never a
 * torn one and never an older one than it saw before (until a {@link #restore}). A batch is not a transaction: readers
 * may see a part of it applied, and a rejected update stops nothing.
 *
 * <p>A {@link #snapshot} or {@link #fork} is a consistent cut: of every batch it holds all or nothing. So are the
 * points at which {@link #alias}, {@link #clear}, {@link #restore} and {@link #record} take effect. These wait for the
 * batches that are running and make later ones wait for them; neither side can starve the other.
 *
 * <p>Time, aliases and location are settled when a batch is accepted, before its first update applies: the clock is
 * read once for each batch, and an {@link #alias} call counts for batches whose acceptance starts after it returned. No
 * code of the user's (clock, locator) runs while the engine holds a lock.
 */
public final class ProfileEngine implements AutoCloseable {
    private final ProfileEngineBuilder settings;
    private final Reducer reducer;
    private final InstantSource clock;
    private final Locator locator;
    private final EngineCounters counters = new EngineCounters();
    private final EngineState state;
    private volatile boolean closed;

    ProfileEngine(ProfileEngineBuilder builder) {
        settings = builder.copy();
        reducer = new Reducer(builder.options);
        clock = builder.clock;
        locator = builder.locator;
        state = new EngineState(builder, reducer, counters);
    }

    /** Starts an engine with the system's clock, without limits, lenient, without a locator, with automatic times. */
    public static ProfileEngineBuilder builder() {
        return new ProfileEngineBuilder();
    }

    /**
     * Applies a batch.
     *
     * @return rejections, warnings and alias results; no outcomes
     * @throws IllegalStateException if the engine is closed, or its clock is outside the years 0000 to 9999; also if a
     *     profile, or what a shard holds of a project, gets too large: what is applied of the batch by then stays
     */
    public BatchResult apply(Batch batch) {
        return apply(batch, false);
    }

    /** As {@link #apply}, and the result tells what each update did to each property. */
    public BatchResult applyWithOutcomes(Batch batch) {
        return apply(batch, true);
    }

    private BatchResult apply(Batch batch, boolean withOutcomes) {
        EngineState open = open();
        BatchResult.Builder result = new BatchResult.Builder(batch.size(), withOutcomes);
        Acceptance acceptance = new Acceptance(reducer, locator, batch.isReplayed() ? Replay.ANY_MOMENT : now(), batch);
        acceptance.judge(result);
        open.apply(acceptance, batch, result);
        counters.batch(acceptance.refused());
        return result.build();
    }

    private Instant now() {
        Instant now = clock.instant();
        if (!UtcSecond.isInRange(now)) {
            throw new IllegalStateException("the clock shows " + now + ", outside the years 0000 to 9999");
        }
        return now;
    }

    /**
     * The profile of exactly this id, aliases not followed; empty if there is none. Waits for no update, at most while
     * this one profile is being written to memory.
     */
    public Optional<Profile> profile(ProfileId id) {
        return Optional.ofNullable(
                open().shards().of(Objects.requireNonNull(id, "id")).profile(id));
    }

    /** The {@link #profile(ProfileId)} of each id, in their order, null where there is none; not all of one moment. */
    public List<@Nullable Profile> profiles(Collection<ProfileId> ids) {
        return open().shards().profiles(Objects.requireNonNull(ids, "ids"));
    }

    /**
     * Makes {@code alias} stand for {@code id}. It never moves or joins profiles.
     *
     * @throws IllegalArgumentException if a text is empty or holds an unpaired surrogate
     */
    public AliasResult alias(String token, String alias, String id) {
        AliasCall call = AliasCall.of(token, alias, id);
        return open().alias(call);
    }

    /** The id at the end of the chain that begins with a distinct id; the id itself if it is no alias. Never waits. */
    public String resolve(String token, String distinctId) {
        return open().aliases().resolve(token, distinctId);
    }

    /** How many profiles there are; exact while nobody writes. Never waits. */
    public long count() {
        return open().shards().count();
    }

    /** How many profiles a project has; exact while nobody writes. Never waits. */
    public long count(String token) {
        return open().shards().count(token);
    }

    /** The tokens of the projects that have profiles, in code point order; exact while nobody writes. Never waits. */
    public List<String> tokens() {
        return List.copyOf(open().shards().tokens());
    }

    /**
     * The profiles of all projects, project by project in the order of their tokens. Shard by shard they are as they
     * were at one moment during the call, different shards at different ones; later changes are not seen. Waits in each
     * shard for the batch that is running there, and costs later writes what a {@link #snapshot} does, which shows all
     * of one moment.
     */
    public Stream<Profile> profiles() {
        return open().frozen().profiles();
    }

    /**
     * The profiles of a project, users before groups, in code point order of their ids; each shard as of one moment.
     * Waits in each shard for the batch that is running there, and its writers wait meanwhile.
     */
    public Stream<Profile> profiles(String token) {
        return open().shards().profiles(token).stream();
    }

    /**
     * What the engine holds at one moment: of every batch all or nothing, and the aliases of that moment. Waits for the
     * batches that are running ({@link EngineStats#cutWaitNanos}); its own work does not depend on the number of
     * profiles. Afterwards the first write to a project in each shard copies its array of references, and the first
     * write to a profile copies it.
     */
    public Snapshot snapshot() {
        return open().snapshot();
    }

    /**
     * An engine of its own that begins with the content of this one, at the cost of a {@link #snapshot}. Writes to
     * either are invisible to the other. It has the same settings, and so the same clock; it has no recordings, and
     * counts from zero.
     */
    public ProfileEngine fork() {
        return settings.copy().state(snapshot()).build();
    }

    /** As {@link #fork()}, with a clock of its own. */
    public ProfileEngine fork(InstantSource itsClock) {
        return settings.copy().clock(itsClock).state(snapshot()).build();
    }

    /**
     * Takes the content of a snapshot, of this engine or any other, in place of everything here: profiles and aliases.
     * Costs next to nothing if the snapshot is of an engine with as many shards and the same {@link StoreKind}, else
     * its profiles are dealt out anew first. Under {@link EngineBounds}, as in a fork, its projects are counted.
     */
    public void restore(Snapshot content) {
        open().restore(Objects.requireNonNull(content, "content"));
    }

    /**
     * Forgets a project, its profiles and aliases.
     *
     * @throws IllegalArgumentException if the token holds an unpaired surrogate: no log could name it
     */
    public void clear(String token) {
        open().clear(Objects.requireNonNull(token, "token"));
    }

    /** A hash of the whole content; see {@link Snapshot#stateHash}. Looks at every profile. */
    public StateHash stateHash() {
        return snapshot().stateHash();
    }

    /** As {@link #record(long, RecordingOverflow)}, with room for a million updates, and ending if it is full. */
    public Recording record() {
        return record(Recording.DEFAULT_CAPACITY, RecordingOverflow.END_RECORDING);
    }

    /**
     * Starts recording every accepted update, alias, {@code clear} and {@code restore} from now on, between two
     * batches. Recording adds to each batch, under the locks of its shards, one list and one entry of a queue for each
     * shard, or near a bound for each update.
     *
     * @param capacity how many updates may wait to be taken, at least 1, else {@code IllegalArgumentException}
     * @param overflow what happens if more come
     */
    public Recording record(long capacity, RecordingOverflow overflow) {
        return open().record(capacity, overflow);
    }

    /**
     * Applies a recorded log. On the state that the log continues, in an engine with the options of the recorded one,
     * it leads to the state that was recorded, asking neither clock nor locator; nothing checks either, but that
     * aliases map as they did, so compare {@link #stateHash}. Bounds refuse none of its updates, as there was room for
     * each in its time, but count them; batches are refused as ever. Updates are applied many at once, which count as
     * one batch; for those who subscribed before, as the log has them. A replay that fails may have applied a part.
     *
     * @throws io.github.profileengine.log.LogOrderException if the log lacks an entry or is out of order
     * @throws IllegalArgumentException if an update was never accepted, as only one that was built by hand is
     * @throws IllegalStateException if an update is rejected, which happens only where limits are other than when it
     *     was recorded; if an alias does not map, as the log does not continue this state; or on an interrupt
     */
    public void replay(Iterable<? extends LogEntry> log) {
        replay(log, 1);
    }

    /**
     * As {@link #replay(Iterable)}, on several threads, which end with the call. The state comes out the same.
     *
     * @param threads at least 1, else {@code IllegalArgumentException}
     */
    public void replay(Iterable<? extends LogEntry> log, int threads) {
        new Replay(this, open().feed(), threads).run(log.iterator());
    }

    /**
     * What changes from then on, change by change: each with the profile before and after, the update and its outcomes.
     * A profile's changes come in their order. An update that changes nothing is not told; a profile that
     * {@link #clear} or {@link #restore} changed is told without an update. Each subscriber has a buffer of
     * {@value ChangeFeed#DEFAULT_CAPACITY} changes and fails when it is full, or when memory or the stack ends while
     * one of these two is told. What a batch or one of them changes is delivered when it is over, so the buffer must
     * hold all of it ({@link ChangeFeed}). Writers never wait for subscribers, and pay nothing while there are none.
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

    /** What has been counted, and how the engine stands. Never waits. */
    public EngineStats stats() {
        return counters.stats(open().shards(), state.aliases().size());
    }

    /**
     * Ends the engine, its recordings and its feed; every later call but this throws {@code IllegalStateException}.
     * Batches that are running are not waited for: these apply to their end, which no recording has any more.
     */
    @Override
    public void close() {
        closed = true;
        state.close();
    }

    private EngineState open() {
        if (closed) {
            throw new IllegalStateException(WriteListeners.OVER);
        }
        return state;
    }
}
