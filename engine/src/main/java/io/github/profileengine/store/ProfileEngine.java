package io.github.profileengine.store;

import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.identity.AliasTable;
import io.github.profileengine.location.Locator;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.UtcSecond;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.jspecify.annotations.Nullable;

/**
 * Profiles in memory, updated by batches. Any thread may call any method at any time.
 *
 * <h2>What is visible when</h2>
 *
 * {@link #apply} returns after every update of its batch is visible to all threads. Updates of one profile apply in
 * list order. A reader sees, per profile, a value from between two updates or the final one, never a torn one and never
 * an older one than it saw before. A batch is not a transaction: readers may see a part of it applied, and a rejected
 * update stops nothing.
 *
 * <p>Time, aliases and location are settled when a batch is accepted, before its first update applies: the clock is
 * read once for each batch, and an {@link #alias} call counts for batches whose acceptance starts after it returned.
 */
public final class ProfileEngine implements AutoCloseable {
    private final Reducer reducer;
    private final InstantSource clock;
    private final Locator locator;
    private final Shard[] shards;
    private final Object aliasLock = new Object();
    private volatile AliasTable aliases = AliasTable.EMPTY;
    private volatile boolean closed;

    ProfileEngine(ProfileEngineBuilder builder) {
        reducer = new Reducer(builder.options);
        clock = builder.clock;
        locator = builder.locator;
        shards = new Shard[builder.shards];
        for (int at = 0; at < shards.length; at++) {
            shards[at] = new Shard(reducer);
        }
    }

    /** Starts an engine with the system's clock, without limits, lenient, without a locator, with automatic times. */
    public static ProfileEngineBuilder builder() {
        return new ProfileEngineBuilder();
    }

    /**
     * Applies a batch.
     *
     * @return rejections, warnings and alias results; no outcomes
     * @throws IllegalStateException if the engine is closed, or its clock is outside the years 0000 to 9999
     */
    public BatchResult apply(Batch batch) {
        return apply(batch, false);
    }

    /**
     * As {@link #apply}, and the result tells what each update did to each property. The profiles come out the same.
     */
    public BatchResult applyWithOutcomes(Batch batch) {
        return apply(batch, true);
    }

    private BatchResult apply(Batch batch, boolean withOutcomes) {
        requireOpen();
        Objects.requireNonNull(batch, "batch");
        BatchResult.Builder result = new BatchResult.Builder(batch.size(), withOutcomes);
        @Nullable Update[] accepted = accept(batch, result);
        for (int index = 0; index < accepted.length; index++) {
            Update update = accepted[index];
            if (update != null) {
                shardOf(update.target()).apply(index, update, result);
            }
        }
        return result.build();
    }

    private @Nullable Update[] accept(Batch batch, BatchResult.Builder result) {
        Acceptance acceptance = new Acceptance(reducer, locator, now(), batch);
        acceptance.judge(result);
        if (!batch.hasAliases()) {
            acceptance.resolve(aliases, result);
        } else {
            // The batch's own aliases extend one table: nobody else may extend it meanwhile.
            synchronized (aliasLock) {
                aliases = acceptance.resolve(aliases, result);
            }
        }
        return acceptance.accepted();
    }

    private Instant now() {
        Instant now = clock.instant();
        if (!UtcSecond.isInRange(now)) {
            throw new IllegalStateException("the clock shows " + now + ", outside the years 0000 to 9999");
        }
        return now;
    }

    /** The profile of exactly this id, aliases not followed; empty if there is none. */
    public Optional<Profile> profile(ProfileId id) {
        requireOpen();
        return Optional.ofNullable(shardOf(Objects.requireNonNull(id, "id")).profile(id));
    }

    /**
     * Makes {@code alias} stand for {@code id}. It never moves or joins profiles.
     *
     * @throws IllegalArgumentException if a text is empty or holds an unpaired surrogate
     */
    public AliasResult alias(String token, String alias, String id) {
        requireOpen();
        BatchEntry.Aliasing call = BatchEntry.Aliasing.of(token, alias, id);
        synchronized (aliasLock) {
            AliasTable before = aliases;
            AliasResult result = before.check(call.token(), call.alias(), call.id());
            aliases = before.with(call.token(), call.alias(), call.id());
            return result;
        }
    }

    /** The id at the end of the chain that begins with a distinct id; the id itself if it is no alias. */
    public String resolve(String token, String distinctId) {
        requireOpen();
        return aliases.resolve(token, distinctId);
    }

    /** How many profiles there are; exact while nobody writes. */
    public long count() {
        requireOpen();
        long count = 0;
        for (Shard shard : shards) {
            count += shard.count();
        }
        return count;
    }

    /** How many profiles a project has; exact while nobody writes. */
    public long count(String token) {
        requireOpen();
        long count = 0;
        for (Shard shard : shards) {
            count += shard.count(token);
        }
        return count;
    }

    /** The tokens of the projects that have profiles, in code point order. */
    public List<String> tokens() {
        requireOpen();
        TreeSet<String> tokens = new TreeSet<>(CodePoints.ORDER);
        for (Shard shard : shards) {
            shard.collectTokens(tokens);
        }
        return List.copyOf(tokens);
    }

    /** The profiles of all projects, as {@link #profiles(String)}, project by project in the order of their tokens. */
    public Stream<Profile> profiles() {
        List<Profile> found = new ArrayList<>();
        tokens().forEach(token -> profiles(token).forEach(found::add));
        return found.stream();
    }

    /**
     * The profiles of a project, users before groups, in code point order of their ids. Each is as it was at some
     * moment during the call, not all at the same one; later changes are not seen.
     */
    public Stream<Profile> profiles(String token) {
        requireOpen();
        MutableList<Profile> found = FastList.newList();
        for (Shard shard : shards) {
            shard.collectProfiles(token, found);
        }
        return found.sortThis((left, right) -> left.id().compareTo(right.id())).stream();
    }

    /** Forgets a project: its profiles and its aliases. Updates that are applied meanwhile may stay. */
    public void clear(String token) {
        requireOpen();
        synchronized (aliasLock) {
            aliases = aliases.without(token);
        }
        for (Shard shard : shards) {
            shard.clear(token);
        }
    }

    /** Ends the engine; every call after it but this one throws {@code IllegalStateException}. */
    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the engine is closed");
        }
    }

    private Shard shardOf(ProfileId id) {
        // High bits: the tables inside a shard use the low ones.
        return shards[(int) ((id.tableHash() & 0xFFFF_FFFFL) * shards.length >>> Integer.SIZE)];
    }
}
