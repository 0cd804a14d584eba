package io.github.profileengine.benchmark.store;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does it cost to read one property of one of a million profiles: one by one, a hundred at a time, and between
 * updates? Each id is a text of its own.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {
    static final int TOGETHER = 100;
    static final int READS = 19;

    @Benchmark
    public @Nullable Object single(StoreState filled, WriterState reader) {
        return filled.store.read(reader.workload.anyId(), reader.workload.anyName());
    }

    @Benchmark
    public Object batched(StoreState filled, WriterState reader) {
        String[] ids = new String[TOGETHER];
        String[] names = new String[TOGETHER];
        for (int at = 0; at < TOGETHER; at++) {
            ids[at] = reader.workload.anyId();
            names[at] = reader.workload.anyName();
        }
        return filled.store.readAll(ids, names);
    }

    /** {@value #READS} single reads, then one update. */
    @Benchmark
    public void mixed(StoreState filled, WriterState both, Blackhole hole) {
        for (int done = 0; done < READS; done++) {
            hole.consume(filled.store.read(both.workload.anyId(), both.workload.anyName()));
        }
        filled.store.apply(both.workload.edits(1), both.nextSecond());
    }
}
