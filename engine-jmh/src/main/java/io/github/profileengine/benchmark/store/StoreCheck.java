package io.github.profileengine.benchmark.store;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fails unless a store holds the same as plain maps of the JDK, after it was filled with a workload's profiles and
 * edited in batches of several sizes.
 */
final class StoreCheck {
    private static final int PROFILES = 3_000;
    private static final int[] BATCHES = {1, 50, 2_000, 1, 64};
    private static final int READS = 100;

    private StoreCheck() {}

    /** Checks with edits by {@code $set}. */
    static void check(Store store) {
        check(store, Mix.SET);
    }

    static void check(Store store, Mix mix) {
        check(store, mix, PROFILES);
    }

    /** Checks with this many profiles. */
    static void check(Store store, Mix mix, int profiles) {
        ModelStore model = new ModelStore();
        work(model, mix, profiles);
        work(store, mix, profiles);
        Set<String> ids = model.profiles().keySet();
        for (String id : ids) {
            require(store, id, model.content(id), store.content(id));
        }
        require(store, "none", model.content("none"), store.content("none"));
        Workload reads = mix.workload(profiles, 3, Spread.UNIFORM);
        for (int done = 0; done < profiles; done += READS) {
            read(model, store, reads);
        }
    }

    private static void work(Store store, Mix mix, int profiles) {
        mix.workload(profiles, 1, Spread.UNIFORM).fill(store);
        Workload edits = mix.workload(profiles, 2, Spread.UNIFORM);
        for (int second = 0; second < BATCHES.length; second++) {
            store.apply(edits.edits(BATCHES[second]), second);
        }
    }

    private static void read(ModelStore model, Store store, Workload reads) {
        String[] ids = new String[READS];
        String[] names = new String[READS];
        for (int at = 0; at < READS; at++) {
            ids[at] = reads.anyId();
            names[at] = reads.anyName();
        }
        @Nullable Object[] together = store.readAll(ids, names);
        for (int at = 0; at < READS; at++) {
            Object expected = model.read(ids[at], names[at]);
            require(store, ids[at], expected, store.read(ids[at], names[at]));
            require(store, ids[at], expected, together[at]);
        }
    }

    private static void require(Store store, String id, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new IllegalStateException(
                    store.getClass().getSimpleName() + " has " + id + " as " + actual + ", not " + expected);
        }
    }
}
