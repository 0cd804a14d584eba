package io.github.profileengine.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Figures besides time. A benchmark finds them out itself and reports ("tells") them when an iteration is torn down.
 * The mean over all iterations becomes a secondary result. The state is static, because JMH creates profilers and
 * benchmarks where neither sees the other.
 */
public final class ToldFigures implements InternalProfiler {
    private static final Map<String, Double> TOLD = new TreeMap<>();

    /** Reports a figure of this iteration. */
    public static void tell(String name, double value) {
        synchronized (TOLD) {
            TOLD.put(name, value);
        }
    }

    @Override
    public String getDescription() {
        return "figures that benchmarks tell";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        synchronized (TOLD) {
            TOLD.clear();
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as JMH declares it
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        synchronized (TOLD) {
            return TOLD.entrySet().stream()
                    .map(told -> new ScalarResult(told.getKey(), told.getValue(), "told", AggregationPolicy.AVG))
                    .toList();
        }
    }
}
