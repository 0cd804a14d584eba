package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.Stores.COMPUTE;
import static io.github.profileengine.benchmark.store.Stores.COPYING;
import static io.github.profileengine.benchmark.store.Stores.MONITOR;
import static io.github.profileengine.benchmark.store.Stores.PACKED;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import io.github.profileengine.benchmark.ToldFigures;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The tables of reads, and of updates that make profiles. */
public final class ReadTable {
    private static final String SINGLE = "single reads";
    private static final String BATCHED = "100 at a time";
    private static final String MIXED = "19 reads, one update";

    private static final int MILLION = 1_000_000;

    private ReadTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        StoreCells.check(Stores.CORE, Mix.SET);
        return List.of(goals(reads(Stores.CORE, MILLION)), inserts(Stores.CORE, MILLION));
    }

    /** Reads of stores with this many profiles. */
    static Section reads(List<Stores> stores, int profiles) {
        return new Section(
                "One property of one profile, ns per read or update (bytes allocated), ratio to ours",
                StoreCells.text(profiles)
                        + " profiles drawn evenly, by an id made for the read; making it is inside. Ours, Hazelcast"
                        + " and mongo-java-server read 100 with one call, the others in a loop.",
                Efforts.READS,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(new Run(ReadBenchmark.class.getName(), parameters(stores, profiles))),
                ReadTable::readCells,
                List.of());
    }

    private static Map<String, String[]> parameters(List<Stores> stores, int profiles) {
        return Map.of("implementation", Stores.names(stores), "profiles", StoreCells.of(profiles));
    }

    private static Section goals(Section reads) {
        return reads.reaching(List.of(
                Target.atLeast(
                        "batched reads, against the best `ConcurrentHashMap`",
                        PACKED.label(),
                        List.of(COMPUTE.label(), COPYING.label(), MONITOR.label()),
                        StoreCells.wall(BATCHED),
                        1.7),
                Target.atMost(
                        "single reads, slower than `ConcurrentHashMap`",
                        COMPUTE.label(),
                        PACKED.label(),
                        StoreCells.wall(SINGLE),
                        1.4)));
    }

    private static List<Cell> readCells(RunResult result) {
        return switch (Section.method(result)) {
            case "single" -> StoreCells.wallAndProcessor(result, StoreCells.label(result), SINGLE, 1);
            case "batched" ->
                StoreCells.wallAndProcessor(result, StoreCells.label(result), BATCHED, ReadBenchmark.TOGETHER);
            default -> StoreCells.wallAndProcessor(result, StoreCells.label(result), MIXED, ReadBenchmark.READS + 1);
        };
    }

    /** Updates that make this many profiles. */
    static Section inserts(List<Stores> stores, int profiles) {
        return new Section(
                "Every other update makes a profile, to " + StoreCells.text(profiles)
                        + " profiles of 12 properties, ns per update (bytes allocated), ratio to ours",
                "From an empty store, in batches of 2,000; the other half sets a property of one of the profiles made"
                        + " before; " + StoreCells.UPDATES,
                Efforts.FILLS,
                List.of(GCProfiler.class, ProcessorTime.class, ToldFigures.class),
                List.of(
                        new Run(InsertBenchmark.class.getName(), parameters(stores, profiles)),
                        new Run(MakingProfilesBenchmark.class.getName() + ".inserting", Map.of())
                                .lasting(Efforts.MAKING)),
                ReadTable::insertCells,
                List.of());
    }

    private static List<Cell> insertCells(RunResult result) {
        return Section.method(result).equals("inserting")
                ? StoreCells.wallAndProcessor(result, StoreCells.EDITS, "", MakingProfilesBenchmark.BATCH)
                : StoreCells.wallAndProcessor(
                        result, StoreCells.label(result), "", 2.0 * StoreCells.number(result, "profiles"));
    }
}
