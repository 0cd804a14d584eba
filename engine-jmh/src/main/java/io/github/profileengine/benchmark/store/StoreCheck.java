package io.github.profileengine.benchmark.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fails unless a store holds, after a population and edits in batches of several sizes, what plain maps of the JDK say
 * it should.
 */
final class StoreCheck {
    private static final int PROFILES = 3_000;
    private static final int[] BATCHES = {1, 50, 2_000, 1, 64};

    private StoreCheck() {}

    static void check(Store store) {
        ModelStore model = new ModelStore();
        work(model);
        work(store);
        Population reads = new Population(PROFILES, 3);
        for (int number = 0; number <= PROFILES; number++) {
            String id = Population.id(number);
            require(store, id, model.content(id), store.content(id));
        }
        for (int read = 0; read < PROFILES; read++) {
            String id = reads.anyId();
            String name = reads.anyName();
            require(store, id, model.read(id, name), store.read(id, name));
        }
    }

    private static void work(Store store) {
        new Population(PROFILES, 1).fill(store);
        Population edits = new Population(PROFILES, 2);
        for (int second = 0; second < BATCHES.length; second++) {
            store.set(edits.edits(BATCHES[second]), second);
        }
    }

    private static void require(Store store, String id, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new IllegalStateException(
                    store.getClass().getSimpleName() + " has " + id + " as " + actual + ", not " + expected);
        }
    }
}
