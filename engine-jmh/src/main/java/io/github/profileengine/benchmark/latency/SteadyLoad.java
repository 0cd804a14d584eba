package io.github.profileengine.benchmark.latency;

import io.github.profileengine.benchmark.store.Edit;
import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.benchmark.store.Store;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Applies batches of edits to one store, as fast as it can or at a steady pace. For one thread.
 *
 * <p>At a steady pace every batch has a moment at which it is due, whatever happened to earlier batches, and its time
 * counts from that moment. So if a store stands still for a second, all batches of that second are late, and not just
 * one.
 */
final class SteadyLoad {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final int DIGITS = 3;

    private final Store store;
    private final Population population;
    private final int batch;
    private final Pace pace;
    private int second;

    SteadyLoad(Store store, Population population, int batch, Pace pace) {
        this.store = store;
        this.population = population;
        this.batch = batch;
        this.pace = pace;
    }

    private void apply(Edit[] edits) {
        second = Math.max(0, second + 1);
        store.apply(edits, second);
    }

    /** Batches per second if each follows the last one at once; making the edits is included. */
    double peak(long nanos) {
        long start = pace.now();
        long batches = 0;
        long spent;
        do {
            apply(population.edits(batch));
            batches++;
            spent = pace.now() - start;
        } while (spent < nanos);
        return batches * 1e9 / spent;
    }

    /**
     * The times from the moment at which each batch was due to its end. Edits are made before that moment, if there is
     * time.
     */
    Histogram latencies(double batchesPerSecond, long nanos) {
        Histogram latencies = new Histogram(LONGEST_NANOS, DIGITS);
        double interval = 1e9 / batchesPerSecond;
        long start = pace.now();
        for (long number = 0; number * interval < nanos; number++) {
            long due = start + (long) (number * interval);
            Edit[] edits = population.edits(batch);
            pace.await(due);
            apply(edits);
            latencies.recordValue(Math.min(LONGEST_NANOS, pace.now() - due));
        }
        return latencies;
    }
}
