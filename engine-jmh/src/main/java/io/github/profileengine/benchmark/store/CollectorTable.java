package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.StoreCells.processor;
import static io.github.profileengine.benchmark.store.Stores.COMPUTE;
import static io.github.profileengine.benchmark.store.Stores.COPYING;
import static io.github.profileengine.benchmark.store.Stores.MONITOR;
import static io.github.profileengine.benchmark.store.Stores.PACKED;
import static io.github.profileengine.benchmark.store.Stores.PLAIN;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Effort;
import io.github.profileengine.benchmark.Jvm;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The table of collectors and, on JDK 25, of smaller object headers. */
public final class CollectorTable {
    private static final int COMPACT_FROM = 25;
    private static final List<Stores> STORES = List.of(PACKED, PLAIN, COMPUTE, COPYING, MONITOR);
    private static final List<Collector> SINCE_17 = List.of(Collector.G1, Collector.PARALLEL);
    private static final List<Collector> SINCE_25 = List.of(Collector.G1, Collector.ZGC, Collector.COMPACT_HEADERS);

    // A shorter run of ParallelGC would end before its first full collection.
    private static final Effort EFFORT = new Effort(1, 3, 6, 4000);

    private CollectorTable() {}

    /** Checks that all implementations agree, then returns the tables for rows that this JDK measures. */
    public static List<Section> sections(Jvm usual) {
        StoreCells.check(STORES, Mix.SET);
        return List.of(collectors(usual));
    }

    /**
     * The JDK of the columns that need a new one; empty if none is known.
     *
     * @throws IllegalArgumentException if the environment variable that may name one names none
     */
    public static Optional<Jvm> newer(Jvm usual) {
        return usual.feature() >= COMPACT_FROM ? Optional.of(usual) : Jvm.ofHome(COMPACT_FROM);
    }

    static Section collectors(Jvm usual) {
        String parallel = processor(name(usual.feature(), Collector.PARALLEL));
        return new Section(
                "One `$set` of one of 12 properties by collector, ns per update (bytes allocated), ratio to ours",
                "1,000,000 profiles drawn evenly, batches of 2,000, one thread; the columns of JDK 25 are there where"
                        + " the table runs on it, or JAVA_HOME_25 names it; " + StoreCells.UPDATES,
                EFFORT,
                List.of(GCProfiler.class, ProcessorTime.class),
                runs(usual),
                CollectorTable::cells,
                List.of(
                        Target.atLeast(
                                "ParallelGC, processor, against `compute`",
                                PACKED.label(),
                                List.of(COMPUTE.label()),
                                parallel,
                                3),
                        Target.atLeast(
                                "ParallelGC, processor, against naive",
                                PACKED.label(),
                                List.of(COPYING.label()),
                                parallel,
                                6)));
    }

    private static List<Run> runs(Jvm usual) {
        List<Run> runs = new ArrayList<>();
        SINCE_17.forEach(collector -> runs.add(run(Optional.empty(), collector)));
        boolean isNew = usual.feature() >= COMPACT_FROM;
        Optional<Jvm> newer = newer(usual);
        if (newer.isPresent()) {
            // The usual JDK has its column of G1 already.
            SINCE_25.stream()
                    .filter(collector -> !isNew || collector != Collector.G1)
                    .forEach(collector -> runs.add(run(newer.get().program(), collector)));
        }
        return runs;
    }

    private static Run run(Optional<String> java, Collector collector) {
        return StoreCells.updating(STORES, Map.of("collector", StoreCells.of(collector)))
                .in(java, collector.flags());
    }

    private static List<Cell> cells(RunResult result) {
        int feature = Runtime.Version.parse(result.getParams().getJdkVersion()).feature();
        return StoreCells.updates(
                result, name(feature, Collector.valueOf(result.getParams().getParam("collector"))));
    }

    private static String name(int feature, Collector collector) {
        return "JDK " + feature + ", " + collector.label();
    }
}
