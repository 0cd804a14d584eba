package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Batches whose seed decides the three names and three ids that all their entries share. */
final class RandomBatch {
    private RandomBatch() {}

    static OracleEntry entry(long seed, boolean oneProfile, Random random) {
        RandomValues world = new RandomValues(new Random(seed));
        List<String> names = world.of(world.percent(25) ? EdgeValues.AUTOMATIC_NAMES : EdgeValues.NAMES);
        List<OracleId> ids = world.of(EdgeValues.IDS);
        return oneProfile
                ? RandomUpdates.plain(random, names, List.of(ReducerLaws.ID))
                : RandomUpdates.entry(random, names, ids);
    }

    static List<OracleEntry> batch(Random random, boolean oneProfile, int maxSize) {
        long seed = random.nextLong();
        int size = random.nextInt(maxSize + 1);
        List<OracleEntry> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            batch.add(entry(seed, oneProfile, random));
        }
        return batch;
    }
}
