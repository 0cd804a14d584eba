package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.ToldFigures;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/** Carries the measured heap of a store, and what our engine says about its heap, from a benchmark to a table. */
final class HeapFigures {
    /** The name of the column of the measured heap. */
    static final String MEASURED = "bytes of heap per profile";

    private static final String HEAP = "heap";
    private static final String ESTIMATED = "estimated";
    private static final String TOLD = "told";

    private HeapFigures() {}

    /** Collects garbage and reports the heap in use: all of it, with the few megabytes of the JVM itself. */
    static void tell(Store store) {
        System.gc();
        long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        ToldFigures.tell(HEAP, (double) used);
        if (store instanceof EngineStore ours) {
            var stats = ours.engine().stats();
            ToldFigures.tell(ESTIMATED, (double) stats.estimatedBytes());
            ToldFigures.tell(TOLD, (double) stats.heapBytes());
        }
    }

    /** The reported figures per profile, as cells. */
    static List<Cell> cells(RunResult result, String row, double profiles) {
        List<Cell> cells = new ArrayList<>();
        add(cells, result, row, HEAP, MEASURED, profiles);
        add(cells, result, row, TOLD, "as `heapBytes` tells", profiles);
        add(cells, result, row, ESTIMATED, "as `estimatedBytes` tells", profiles);
        return cells;
    }

    private static void add(
            List<Cell> cells, RunResult result, String row, String figure, String column, double profiles) {
        double told = Section.secondary(result, figure) / profiles;
        if (!Double.isNaN(told)) {
            cells.add(new Cell(row, column, told, Double.NaN, Double.NaN));
        }
    }
}
