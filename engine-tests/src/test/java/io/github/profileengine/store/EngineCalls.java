package io.github.profileengine.store;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.snapshot.Snapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small engine for Lincheck, and how what it holds reads. {@link EngineModel} is what its calls mean. */
public class EngineCalls {
    static final String TOKEN = "p";
    static final int PROFILES = 3;
    private static final int SHARDS = 2;
    private static final String LIST = "list";
    private static final List<ProfileId> IDS =
            IntStream.range(0, PROFILES).mapToObj(EngineCalls::idInShard).toList();

    private final ProfileEngine engine;

    EngineCalls(StoreParts parts) {
        engine = ProfileEngine.builder()
                .shards(SHARDS)
                .clock(InstantSource.fixed(Instant.EPOCH))
                .automaticCreated(false)
                .automaticLastSeen(false)
                .parts(parts)
                .build();
    }

    // Hashes are seeded anew in every run; neighbours must lie in different shards all the same.
    private static ProfileId idInShard(int number) {
        return Stream.iterate(0, more -> more + 1)
                .map(more -> ProfileId.user(TOKEN, number + "-" + more))
                .filter(id -> Snapshot.shardOf(id, SHARDS) == number % SHARDS)
                .findFirst()
                .orElseThrow();
    }

    ProfileEngine engine() {
        return engine;
    }

    static ProfileId id(int number) {
        return IDS.get(number);
    }

    static int number(String distinctId) {
        return Integer.parseInt(distinctId.substring(0, 1));
    }

    static Update appending(int id, int value) {
        return to(id).append(LIST, value).build();
    }

    static Update uniting(int id, int value) {
        return to(id).union(LIST, List.of(value)).build();
    }

    static Update deleting(int id) {
        return to(id).delete().build();
    }

    private static UpdateBuilder to(int id) {
        return Update.of(id(id));
    }

    /** Applies one update and tells whether it changed anything. */
    boolean changes(Update update) {
        BatchResult result = engine.applyWithOutcomes(Batch.of(update));
        return result.outcomes(0).get(0).kind() == Outcome.Kind.APPLIED;
    }

    static String text(Optional<Profile> profile) {
        return profile.map(found -> String.valueOf(found.get(LIST))).orElse("none");
    }

    /** Every profile, and what every id stands for. */
    static String text(Snapshot snapshot) {
        StringBuilder text = new StringBuilder();
        for (int id = 0; id < PROFILES; id++) {
            int end = number(snapshot.resolve(TOKEN, id(id).id()));
            text.append(text(snapshot.profile(id(id)))).append(end).append(' ');
        }
        return text.toString();
    }
}
