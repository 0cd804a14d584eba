package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.Stores.COPYING;
import static io.github.profileengine.benchmark.store.Stores.PACKED;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import io.github.profileengine.benchmark.ToldFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** What profiles take, and what it costs to make them. */
public final class FootprintTable {
    private static final int MILLION = 1_000_000;
    private static final String HEAP = "bytes of heap per profile";

    private FootprintTable() {}

    /** Checks that all implementations agree, then names the tables. */
    public static List<Section> sections() {
        List<Stores> stores = new ArrayList<>(Stores.CORE);
        stores.addAll(List.of(Stores.ECLIPSE, Stores.CAFFEINE));
        StoreCells.check(stores, Mix.SET);
        return List.of(filled(
                stores,
                MILLION,
                List.of(Target.atLeast("bytes, against naive", PACKED.label(), List.of(COPYING.label()), HEAP, 4))));
    }

    static Section filled(List<Stores> stores, int profiles, List<Target> targets) {
        return new Section(
                "Filling an empty store, and the heap that " + StoreCells.text(profiles)
                        + " profiles of 12 properties take, ratio to ours",
                "The heap is what is in use after a collection, all in, the JVM's own few megabytes too, divided by the"
                        + " profiles; beside it what `stats().estimatedBytes()` says. Making the values is inside the"
                        + " time.",
                Efforts.FILLS,
                List.of(ToldFigures.class),
                List.of(new Run(
                        FootprintBenchmark.class.getName(),
                        Map.of("implementation", Stores.names(stores), "profiles", StoreCells.of(profiles)))),
                FootprintTable::cells,
                targets);
    }

    private static List<Cell> cells(RunResult result) {
        double profiles = StoreCells.number(result, "profiles");
        String row = StoreCells.label(result);
        List<Cell> cells = new ArrayList<>();
        cells.add(Section.cell(result, row, "ns per profile created", profiles));
        cells.add(told(result, row, FootprintBenchmark.HEAP, HEAP, profiles));
        Cell estimate = told(result, row, FootprintBenchmark.ESTIMATE, "bytes per profile as estimated", profiles);
        if (!Double.isNaN(estimate.value())) {
            cells.add(estimate);
        }
        return cells;
    }

    private static Cell told(RunResult result, String row, String name, String column, double profiles) {
        return new Cell(row, column, Section.secondary(result, name) / profiles, Double.NaN, Double.NaN);
    }
}
