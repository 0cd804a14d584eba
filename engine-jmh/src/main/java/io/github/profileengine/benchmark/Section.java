package io.github.profileengine.benchmark;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.results.RunResult;

/**
 * One table: its benchmarks, and how their results become cells. The other rows are compared with the first one.
 *
 * @param title what the table shows
 * @param note what a reader must know to read it
 * @param effort how long its benchmarks run
 * @param profilers what to measure besides time
 * @param runs the benchmarks
 * @param cells the cells of one result
 * @param targets the ratios to reach
 */
public record Section(
        String title,
        String note,
        Effort effort,
        List<Class<? extends Profiler>> profilers,
        List<Run> runs,
        Function<RunResult, List<Cell>> cells,
        List<Target> targets) {

    /** The same table with each of its benchmarks started otherwise. */
    public Section starting(UnaryOperator<Run> otherwise) {
        List<Run> started = runs.stream().map(otherwise).toList();
        return new Section(title, note, effort, profilers, started, cells, targets);
    }

    /** The same table with ratios to reach. */
    public Section reaching(List<Target> others) {
        return new Section(title, note, effort, profilers, runs, cells, others);
    }

    /** Bytes allocated per operation; NaN if the profiler of garbage collection did not run. */
    public static double bytes(RunResult result) {
        return secondary(result, "gc.alloc.rate.norm");
    }

    /** A secondary result; NaN if there is none. */
    public static double secondary(RunResult result, String name) {
        var found = result.getSecondaryResults().get(name);
        return found == null ? Double.NaN : found.getScore();
    }

    /** The simple name of the benchmark's method. */
    public static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** A result as one cell; its time and bytes are divided by the number of operations in one invocation. */
    public static Cell cell(RunResult result, String row, String column, double operations) {
        var primary = result.getPrimaryResult();
        return new Cell(
                row,
                column,
                primary.getScore() / operations,
                primary.getScoreError() / operations,
                bytes(result) / operations);
    }
}
