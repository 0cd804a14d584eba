package io.github.profileengine.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Processor time of the whole JVM per invocation. It includes the collector's time, which wall clock time alone hides.
 */
public final class ProcessorTime implements InternalProfiler {
    public static final String NAME = "processor.norm";

    /** The name of the processor time of a part of an iteration, which a benchmark {@linkplain #tell reports}. */
    public static final String TOLD = "processor.told";

    private long start;

    /**
     * Runs a piece of work and reports its processor time through {@link ToldFigures}. It is for benchmarks with one
     * invocation per iteration, which collect garbage before and after it for other reasons.
     */
    public static void tell(Runnable work) {
        long before = now();
        work.run();
        ToldFigures.tell(TOLD, (double) (now() - before));
    }

    @Override
    public String getDescription() {
        return "processor time of the process per invocation";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        start = now();
    }

    @Override
    @SuppressWarnings("rawtypes") // as JMH declares it
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long invocations = result.getMetadata().getAllOps();
        double nanos = (double) (now() - start) / Math.max(1, invocations);
        return List.of(new ScalarResult(NAME, nanos, "ns/op", AggregationPolicy.AVG));
    }

    private static long now() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
