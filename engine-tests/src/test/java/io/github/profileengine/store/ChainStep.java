package io.github.profileengine.store;

import io.github.profileengine.laws.RandomBatch;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import java.util.List;
import java.util.Random;

/**
 * One step of a stateful chain. {@code engine} and {@code snapshot} choose among those that exist when the step runs,
 * however many there are. So a chain stays valid when steps are left out of it.
 */
sealed interface ChainStep {
    /** The engine on which the step works. */
    int engine();

    record Apply(int engine, List<OracleEntry> batch, boolean withOutcomes) implements ChainStep {}

    record AliasCall(int engine, OracleAlias call) implements ChainStep {}

    record Clear(int engine, String token) implements ChainStep {}

    record Advance(int engine, long seconds) implements ChainStep {}

    record Fork(int engine) implements ChainStep {}

    record Take(int engine) implements ChainStep {}

    record Restore(int engine, int snapshot) implements ChainStep {}

    /** Creates an engine that starts with a snapshot, perhaps with another number of shards. */
    record Begin(int engine, int snapshot, int shards) implements ChainStep {}

    /** Starts a recording, or ends the one that runs and replays it. */
    record Replay(int engine, int shards, int threads, long shuffle) implements ChainStep {}

    /** A step on the names and ids that a seed decides. */
    static ChainStep random(long seed, Random random) {
        int engine = random.nextInt(64);
        int snapshot = random.nextInt(64);
        return switch (random.nextInt(16)) {
            case 0 -> new AliasCall(engine, alias(seed, random));
            case 1 ->
                new Clear(engine, RandomBatch.ids(seed).get(random.nextInt(3)).token());
            case 2 -> new Advance(engine, random.nextInt(3));
            case 3, 4 -> new Fork(engine);
            case 5, 6 -> new Take(engine);
            case 7 -> new Restore(engine, snapshot);
            case 8 -> new Begin(engine, snapshot, shards(random));
            case 9, 10 -> new Replay(engine, shards(random), 1 + random.nextInt(4), random.nextLong());
            default -> new Apply(engine, RandomBatch.entries(seed, random, 12), random.nextBoolean());
        };
    }

    private static OracleAlias alias(long seed, Random random) {
        List<OracleId> ids = RandomBatch.ids(seed);
        OracleId id = ids.get(random.nextInt(3));
        List<String> names = List.of(id.id(), ids.get(random.nextInt(3)).id(), "alias", "alias 2");
        return new OracleAlias(id.token(), names.get(random.nextInt(4)), names.get(random.nextInt(4)));
    }

    static int shards(Random random) {
        int[] counts = {1, 2, 3, 16, 64};
        return counts[random.nextInt(counts.length)];
    }
}
