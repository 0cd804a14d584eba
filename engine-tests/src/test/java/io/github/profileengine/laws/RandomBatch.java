package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Batches whose seed decides the three names and three ids that all their entries share. */
public final class RandomBatch {
    private RandomBatch() {}

    /** What a batch holds; a law's generator has the same name in lower case. */
    enum Kind {
        BATCHES(200),
        UPDATES(40),
        HISTORIES(40);

        final int maxSize;

        Kind(int maxSize) {
            this.maxSize = maxSize;
        }

        static Kind named(String generator) {
            return valueOf(generator.toUpperCase(Locale.ROOT));
        }
    }

    static OracleEntry entry(long seed, Kind kind, Random random) {
        RandomValues world = new RandomValues(new Random(seed));
        List<String> names = world.of(world.percent(25) ? EdgeValues.AUTOMATIC_NAMES : EdgeValues.NAMES);
        List<OracleId> ids = world.of(EdgeValues.IDS);
        return switch (kind) {
            case BATCHES -> RandomUpdates.entry(random, names, ids);
            case UPDATES -> RandomUpdates.plain(random, names, ids);
            case HISTORIES -> RandomUpdates.plain(random, names, List.of(ReducerLaws.ID));
        };
    }

    static List<OracleEntry> batch(Random random, Kind kind) {
        long seed = random.nextLong();
        int size = random.nextInt(kind.maxSize + 1);
        List<OracleEntry> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(entry(seed, kind, random));
        }
        return batch;
    }

    /** One batch of the largest kind, for tests that bring their own randomness. */
    public static List<OracleEntry> batch(Random random) {
        return batch(random, Kind.BATCHES);
    }
}
