package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random batches. The seed of a batch decides the three names and three ids that all of its entries share. */
public final class RandomBatch {
    private RandomBatch() {}

    /** What a batch holds. The laws have a generator of the same name in lower case for each kind. */
    enum Kind {
        BATCHES(200),
        ENTRIES(20),
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

    /** What the entries of one seed share. */
    private record World(List<String> names, List<OracleId> ids) {
        static World of(long seed) {
            RandomValues values = new RandomValues(new Random(seed));
            List<String> names = values.of(values.percent(25) ? EdgeValues.AUTOMATIC_NAMES : EdgeValues.NAMES);
            return new World(names, values.of(EdgeValues.IDS));
        }
    }

    static OracleEntry entry(long seed, Kind kind, Random random) {
        World world = World.of(seed);
        return switch (kind) {
            case BATCHES, ENTRIES -> RandomUpdates.entry(random, world.names, world.ids);
            case UPDATES -> RandomUpdates.plain(random, world.names, world.ids);
            case HISTORIES -> RandomUpdates.plain(random, world.names, List.of(ReducerLaws.ID));
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

    /** Random entries with the three names and three ids that a seed decides. */
    public static List<OracleEntry> entries(long seed, Random random, int maxSize) {
        int size = random.nextInt(maxSize + 1);
        List<OracleEntry> entries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            entries.add(entry(seed, Kind.ENTRIES, random));
        }
        return entries;
    }

    /** The three ids of a seed. */
    public static List<OracleId> ids(long seed) {
        return World.of(seed).ids;
    }
}
