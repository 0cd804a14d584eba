package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Effort;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.ToldFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The tables of a million profiles in a store. */
public final class StoreTable {
    private static final String MADE = "making ids and values alone";
    private static final String BATCHED = "the same, and our `Batch` of them";

    // Long enough for collections to come as they come in the long run.
    private static final Effort WRITES = new Effort(1, 3, 5, 4000);
    private static final Effort READS = new Effort(1, 3, 5, 1000);
    private static final Effort SHOTS = new Effort(1, 2, 3, 1000);

    private StoreTable() {}

    /** Checks that all implementations agree, then names the tables. */
    public static List<Section> sections() {
        for (Stores implementation : Stores.values()) {
            StoreCheck.check(implementation.create());
        }
        return List.of(set(), read(), filled(), options(), hashed());
    }

    private static Section set() {
        return new Section(
                "One `$set` of one property, 1,000,000 profiles of 12 properties, ns per update (bytes allocated),"
                        + " ratio to ours",
                "Profiles drawn evenly, a value that none holds, `$last_seen` written as well, one thread; processor"
                        + " time is that of the whole JVM, collector included. Making the updates is inside.",
                WRITES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(
                        new Run(StoreSetBenchmark.class.getName() + "\\.set", Map.of()),
                        new Run(
                                StoreSetBenchmark.class.getName() + "\\.(made|batched)",
                                Map.of("batch", new String[] {"1", "2000"}))),
                StoreTable::setCells,
                List.of());
    }

    private static List<Cell> setCells(RunResult result) {
        int batch = number(result, "batch");
        String row = switch (Section.method(result)) {
            case "made" -> MADE;
            case "batched" -> BATCHED;
            default -> label(result);
        };
        String column = "batch of " + text(batch);
        return wallAndProcessor(result, row, column + ", wall", column + ", processor", batch);
    }

    /** Two cells: wall clock time with bytes allocated, and processor time. */
    public static List<Cell> wallAndProcessor(
            RunResult result, String row, String wall, String processor, double operations) {
        double time = Section.secondary(result, ProcessorTime.NAME) / operations;
        return List.of(
                Section.cell(result, row, wall, operations), new Cell(row, processor, time, Double.NaN, Double.NaN));
    }

    private static Section read() {
        return new Section(
                "One property of one profile, ns per read (bytes allocated), ratio to ours",
                "1,000,000 profiles drawn evenly, by an id made for the read; making it is inside.",
                READS,
                List.of(GCProfiler.class),
                List.of(new Run(StoreReadBenchmark.class.getName(), Map.of())),
                result -> List.of(Section.cell(result, label(result), "single reads", 1)),
                List.of());
    }

    private static Section filled() {
        return new Section(
                "Filling an empty store, and the heap that 1,000,000 profiles take, ratio to ours",
                "The heap is what is in use after a collection, all in, divided by the profiles; beside it what"
                        + " `stats().estimatedBytes()` says. Making the values is inside the time.",
                SHOTS,
                List.of(ToldFigures.class),
                List.of(new Run(FootprintBenchmark.class.getName(), Map.of())),
                StoreTable::filledCells,
                List.of());
    }

    private static List<Cell> filledCells(RunResult result) {
        double profiles = number(result, "profiles");
        List<Cell> cells = new ArrayList<>();
        cells.add(Section.cell(result, label(result), "ns per profile created", profiles));
        cells.add(told(result, FootprintBenchmark.HEAP, "bytes of heap per profile", profiles));
        Cell estimate = told(result, FootprintBenchmark.ESTIMATE, "bytes per profile as estimated", profiles);
        if (!Double.isNaN(estimate.value())) {
            cells.add(estimate);
        }
        return cells;
    }

    private static Cell told(RunResult result, String name, String column, double profiles) {
        return new Cell(label(result), column, Section.secondary(result, name) / profiles, Double.NaN, Double.NaN);
    }

    private static Section options() {
        return new Section(
                "What is asked of the engine besides, ns per update (bytes allocated), ratio to nothing else",
                "1,000,000 profiles, batches of 2,000, as above. Under a bound of bytes any update might be refused, so"
                        + " that a batch is applied one by one in list order.",
                WRITES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(new Run(EngineOptionsBenchmark.class.getName(), Map.of())),
                StoreTable::optionCells,
                List.of());
    }

    private static List<Cell> optionCells(RunResult result) {
        String row = EngineOption.valueOf(result.getParams().getParam("option")).label();
        return wallAndProcessor(result, row, "wall", "processor", number(result, "batch"));
    }

    private static Section hashed() {
        return new Section(
                "`stateHash()`, ns per profile",
                "SHA-256 of every profile's canonical text, one thread.",
                READS,
                List.of(),
                List.of(new Run(StateHashBenchmark.class.getName(), Map.of())),
                result -> List.of(Section.cell(
                        result,
                        "`stateHash()`",
                        text(number(result, "profiles")) + " profiles",
                        number(result, "profiles"))),
                List.of());
    }

    private static String label(RunResult result) {
        return Stores.valueOf(result.getParams().getParam("implementation")).label();
    }

    private static int number(RunResult result, String parameter) {
        return Integer.parseInt(result.getParams().getParam(parameter));
    }

    private static String text(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
