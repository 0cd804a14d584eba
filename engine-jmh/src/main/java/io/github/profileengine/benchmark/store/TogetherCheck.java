package io.github.profileengine.benchmark.store;

import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.jspecify.annotations.Nullable;

/**
 * Fails unless a store holds all that two threads added to the same profiles at once. Sums do not depend on the order
 * of the edits, so plain maps give the expected sums.
 */
final class TogetherCheck {
    private static final int PROFILES = 4;
    private static final int BATCHES = 1_000;
    private static final int[] SEEDS = {2, 3};

    private TogetherCheck() {}

    static void check(Stores implementation) {
        try (Store store = implementation.create()) {
            check(store);
        }
    }

    static void check(Store store) {
        Mix.ADD.workload(PROFILES, 1, Spread.UNIFORM).fill(store);
        CyclicBarrier start = new CyclicBarrier(SEEDS.length);
        CompletableFuture<?>[] writers = new CompletableFuture<?>[SEEDS.length];
        for (int at = 0; at < SEEDS.length; at++) {
            int seed = SEEDS[at];
            writers[at] = CompletableFuture.runAsync(
                    () -> {
                        await(start);
                        write(store, seed);
                    },
                    task -> new Thread(task, "writer").start());
        }
        CompletableFuture.allOf(writers).join();
        ModelStore model = new ModelStore();
        Mix.ADD.workload(PROFILES, 1, Spread.UNIFORM).fill(model);
        for (int seed : SEEDS) {
            write(model, seed);
        }
        for (Map.Entry<String, Map<String, @Nullable Object>> profile :
                model.profiles().entrySet()) {
            Map<String, @Nullable Object> actual = store.content(profile.getKey());
            if (!actual.equals(profile.getValue())) {
                throw new IllegalStateException(store.getClass().getSimpleName() + " has, after two writers, "
                        + profile.getKey() + " as " + actual + ", not " + profile.getValue());
            }
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException noStart) {
            throw new IllegalStateException("the other writer did not start", noStart);
        }
    }

    private static void write(Store store, int seed) {
        Workload edits = Mix.ADD.workload(PROFILES, seed, Spread.UNIFORM);
        for (int batch = 0; batch < BATCHES; batch++) {
            store.apply(edits.edits(batch % 2 == 0 ? 1 : 50), 1);
        }
    }
}
