package io.github.profileengine.benchmark.latency;

import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.benchmark.store.Store;
import io.github.profileengine.benchmark.store.Stores;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Measures one store in a JVM of its own. {@link LatencyTable} starts it and reads what it prints. */
final class LatencyRun {
    /** The load that is half of the store's own peak. */
    static final String OWN = "own";

    /** The load that is half of the naive store's peak. */
    static final String COMMON = "common";

    private static final int PROFILES = 1_000_000;

    private LatencyRun() {}

    /** Arguments: the store, the seconds, and for each batch size {@code size:peak of the naive store, or 0}. */
    public static void main(String[] arguments) {
        Store store = Stores.valueOf(arguments[0]).create();
        new Population(PROFILES, 1).fill(store);
        long nanos = TimeUnit.SECONDS.toNanos(Integer.parseInt(arguments[1]));
        for (int at = 2; at < arguments.length; at++) {
            String[] parts = arguments[at].split(":", 2);
            int batch = Integer.parseInt(parts[0]);
            SteadyLoad load = new SteadyLoad(store, new Population(PROFILES, at), batch, Pace.REAL);
            load.peak(nanos / 2);
            double peak = load.peak(nanos / 2);
            print(batch, OWN, peak, load.latencies(peak / 2, nanos));
            double common = Double.parseDouble(parts[1]);
            if (common > 0) {
                print(batch, COMMON, common, load.latencies(common / 2, nanos));
            }
        }
    }

    private static void print(int batch, String load, double peak, Histogram latencies) {
        System.out.println(new Latencies(
                        batch,
                        load,
                        peak,
                        latencies.getValueAtPercentile(50),
                        latencies.getValueAtPercentile(99),
                        latencies.getValueAtPercentile(99.9),
                        latencies.getMaxValue())
                .line());
    }
}
