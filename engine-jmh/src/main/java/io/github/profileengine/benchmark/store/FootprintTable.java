package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.Stores.COPYING;
import static io.github.profileengine.benchmark.store.Stores.PACKED;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import io.github.profileengine.benchmark.ToldFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** The tables of the heap that profiles take, and of the cost of making them. */
public final class FootprintTable {
    private static final int MILLION = 1_000_000;
    private static final int LONG_IN_USE = 200_000;

    private FootprintTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        List<Stores> stores = new ArrayList<>(Stores.CORE);
        stores.addAll(List.of(Stores.ECLIPSE, Stores.CAFFEINE));
        StoreCells.check(stores, Mix.SET, Mix.TEXTS);
        Target bytes = Target.atLeast(
                "bytes, against naive", PACKED.label(), List.of(COPYING.label()), HeapFigures.MEASURED, 4);
        return List.of(filled(stores, MILLION, List.of(bytes)), longInUse());
    }

    private static Section longInUse() {
        return new Section(
                "The heap that " + StoreCells.text(LONG_IN_USE) + " profiles of 12 properties take after "
                        + LongUseBenchmark.UPDATES + " updates of each, ratio to ours",
                "Ten of the properties are texts of 15 to 204 units, and each update sets one of them to another, in"
                        + " batches of 2,000, profiles drawn evenly. Making the updates is inside the time; processor"
                        + " time is that of the whole JVM, collector included. Texts lie"
                        + " in memory as one byte a unit in all of them.",
                Efforts.FILLS,
                List.of(ToldFigures.class),
                List.of(new Run(
                        LongUseBenchmark.class.getName(),
                        Map.of(
                                "implementation", Stores.names(Stores.CORE),
                                "profiles", StoreCells.of(LONG_IN_USE)))),
                FootprintTable::usedCells,
                List.of());
    }

    static Section filled(List<Stores> stores, int profiles, List<Target> targets) {
        return new Section(
                "Filling an empty store, and the heap that " + StoreCells.text(profiles)
                        + " profiles of 12 properties take, ratio to ours",
                "The heap is what is in use after a collection, all in, the JVM's own few megabytes too, divided by the"
                        + " profiles; beside it what `stats()` says. Making the values is inside the"
                        + " time; processor time is that of the whole JVM, collector included.",
                profiles < MILLION ? Efforts.SHORT_FILLS : Efforts.FILLS,
                List.of(ToldFigures.class, ProcessorTime.class),
                List.of(
                        LibraryTable.started(
                                stores,
                                new Run(
                                        FootprintBenchmark.class.getName(),
                                        Map.of(
                                                "implementation", Stores.names(stores),
                                                "profiles", StoreCells.of(profiles)))),
                        new Run(MakingProfilesBenchmark.class.getName() + ".filling", Map.of())
                                .lasting(Efforts.MAKING)),
                FootprintTable::cells,
                targets);
    }

    private static List<Cell> cells(RunResult result) {
        String time = "ns per profile created";
        if (Section.method(result).equals("filling")) {
            return StoreCells.wallAndProcessor(result, StoreCells.EDITS, time, MakingProfilesBenchmark.BATCH);
        }
        double profiles = StoreCells.number(result, "profiles");
        return cells(result, time, profiles, profiles);
    }

    private static List<Cell> usedCells(RunResult result) {
        double profiles = StoreCells.number(result, "profiles");
        return cells(result, "ns per update", profiles * LongUseBenchmark.UPDATES, profiles);
    }

    private static List<Cell> cells(RunResult result, String time, double operations, double profiles) {
        String row = StoreCells.label(result);
        List<Cell> cells = new ArrayList<>(StoreCells.wallAndProcessor(result, row, time, operations));
        cells.addAll(HeapFigures.cells(result, row, profiles));
        return cells;
    }
}
