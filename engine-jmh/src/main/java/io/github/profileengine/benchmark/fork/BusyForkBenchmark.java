package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.ToldFigures;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What does a second version of all profiles cost while another thread writes without a pause? How much of that is
 * waiting for the batches of that thread?
 *
 * <p>Between two copies the writer applies about 100,000 updates, so all shards of a store were written since the last
 * copy. The copy comes at a random moment of a batch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BusyForkBenchmark {
    static final String WAITED = "waited";

    private static final int UPDATES = 100_000;

    @Param({"10000", "100000", "1000000"})
    public int profiles;

    @Param({"FORK", "SNAPSHOT", "CONCURRENT_MAP"})
    public Copyables implementation;

    private Copyable copyable;
    private Writer writer;
    private long waitedBefore;
    private int copies;
    private final SplittableRandom random = new SplittableRandom(1);

    @Setup
    public void setUp() {
        copyable = implementation.create();
        writer = new Writer(copyable.store(), profiles);
        writer.start();
    }

    @Setup(Level.Iteration)
    public void begin() {
        waitedBefore = copyable.waitedNanos();
        copies = 0;
    }

    @Setup(Level.Invocation)
    public void letWrite() throws InterruptedException {
        long start = System.nanoTime();
        writer.awaitUpdates(UPDATES);
        long ofTwoBatches = (System.nanoTime() - start) * 2 * Writer.BATCH / UPDATES;
        // The writer reports at the end of a batch, which would be the best moment of all for a copy.
        LockSupport.parkNanos(random.nextLong(1 + ofTwoBatches));
        copies++;
    }

    @Benchmark
    public Object copied() {
        return copyable.copy();
    }

    /** Reports the microseconds that each copy waited. */
    @TearDown(Level.Iteration)
    public void tellWaiting() {
        ToldFigures.tell(WAITED, (copyable.waitedNanos() - waitedBefore) / 1e3 / copies);
    }

    @TearDown
    public void stop() throws InterruptedException {
        writer.end();
    }
}
