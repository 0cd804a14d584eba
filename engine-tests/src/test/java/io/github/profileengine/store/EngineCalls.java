package io.github.profileengine.store;

import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calls to a small engine for Lincheck. Subclasses choose which of them are operations. {@link EngineModel} gives the
 * expected results.
 */
public class EngineCalls {
    static final int PROFILES = 3;
    private static final String TOKEN = "p";
    private static final int SHARDS = 2;
    private static final String LIST = "list";
    private static final List<ProfileId> IDS =
            IntStream.range(0, PROFILES).mapToObj(EngineCalls::idInShard).toList();

    private final ProfileEngine engine;

    EngineCalls(StoreParts parts) {
        engine = Engines.builder()
                .shards(SHARDS)
                .clock(InstantSource.fixed(Instant.EPOCH))
                .automaticCreated(false)
                .automaticLastSeen(false)
                .parts(parts)
                .build();
    }

    // Hashes are seeded anew in every run. Ids with neighbouring numbers must lie in different shards all the same.
    private static ProfileId idInShard(int number) {
        return Stream.iterate(0, more -> more + 1)
                .map(more -> ProfileId.user(TOKEN, number + "-" + more))
                .filter(id -> Snapshot.shardOf(id, SHARDS) == number % SHARDS)
                .findFirst()
                .orElseThrow();
    }

    private static ProfileId id(int number) {
        return IDS.get(number);
    }

    private static int number(String distinctId) {
        return Integer.parseInt(distinctId.substring(0, 1));
    }

    private static Update appending(int id, int value) {
        return Update.of(id(id)).append(LIST, value).build();
    }

    private static Batch appendingToEach(int value) {
        return Batch.of(IntStream.range(0, PROFILES)
                .mapToObj(id -> appending(id, value))
                .toList());
    }

    private boolean changes(Update update) {
        BatchResult result = engine.applyWithOutcomes(Batch.of(update));
        return result.outcomes(0).get(0).kind() == Outcome.Kind.APPLIED;
    }

    public boolean append(int id, int value) {
        return changes(appending(id, value));
    }

    /** Tells whether the value was new. */
    public boolean union(int id, int value) {
        return changes(Update.of(id(id)).union(LIST, List.of(value)).build());
    }

    /** Tells whether there was a profile. */
    public boolean delete(int id) {
        return changes(Update.of(id(id)).delete().build());
    }

    public String read(int id) {
        return text(engine.profile(id(id)));
    }

    public AliasResult alias(int alias, int id) {
        return engine.alias(TOKEN, id(alias).id(), id(id).id());
    }

    public int resolve(int id) {
        return number(engine.resolve(TOKEN, id(id).id()));
    }

    /** A batch over all shards. */
    public void appendToEach(int value) {
        engine.apply(appendingToEach(value));
    }

    /** A batch that maps an alias and goes through it. */
    public void aliasAndAppend(int alias, int id, int value) {
        Batch.Builder batch = Batch.builder().alias(TOKEN, id(alias).id(), id(id).id());
        engine.apply(batch.add(appending(alias, value)).build());
    }

    /** Every profile, and what every id stands for. */
    public String snapshot() {
        return text(engine.snapshot());
    }

    /** What a fork holds after a write to it, which must not show in its origin. */
    public String fork(int value) {
        try (ProfileEngine fork = engine.fork()) {
            fork.apply(appendingToEach(value));
            return text(fork.snapshot());
        }
    }

    private static String text(Optional<Profile> profile) {
        return profile.map(found -> String.valueOf(found.get(LIST))).orElse("none");
    }

    private static String text(Snapshot snapshot) {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < PROFILES; id++) {
            int end = number(snapshot.resolve(TOKEN, id(id).id()));
            text.append(text(snapshot.profile(id(id)))).append(end).append(' ');
        }
        return text.toString();
    }
}
