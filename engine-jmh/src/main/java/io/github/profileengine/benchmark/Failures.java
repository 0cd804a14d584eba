package io.github.profileengine.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.IterationResultMetaData;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;

/** What is shown of rows that failed: the cells that they would have had, and the reason why they have none. */
final class Failures {
    private static final int LONGEST = 200;

    private Failures() {}

    /** The cells of a row that failed. The section makes them from a result without figures. */
    static List<Cell> cells(Section section, Run run, Row row, Jvm jvm) {
        return section.cells().apply(withoutFigures(run, row, jvm)).stream()
                .map(cell -> Cell.failed(cell.row(), cell.column()))
                .toList();
    }

    /** A result that says what was measured, without any figures. */
    static RunResult withoutFigures(Run run, Row row, Jvm jvm) {
        BenchmarkParams params = params(run, row, jvm);
        IterationResult iteration =
                new IterationResult(params, params.getMeasurement(), new IterationResultMetaData(0, 0));
        iteration.addResult(new AverageTimeResult(ResultRole.PRIMARY, row.benchmark(), 0, 0, TimeUnit.NANOSECONDS));
        return new RunResult(params, List.of(new BenchmarkResult(params, List.of(iteration))));
    }

    private static BenchmarkParams params(Run run, Row row, Jvm jvm) {
        WorkloadParams parameters = new WorkloadParams();
        for (Map.Entry<String, String> parameter : row.parameters().entrySet()) {
            parameters.put(parameter.getKey(), parameter.getValue(), 0);
        }
        IterationParams none = new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.NONE, 1);
        return new BenchmarkParams(
                row.benchmark(),
                row.benchmark(),
                false,
                run.threads(),
                new int[] {run.threads()},
                List.of(),
                1,
                0,
                none,
                none,
                Mode.AverageTime,
                parameters,
                TimeUnit.NANOSECONDS,
                1,
                jvm.program().orElse(""),
                run.flags(),
                jvm.version(),
                "",
                "",
                "",
                TimeValue.NONE);
    }

    /** The reason in one line: the innermost cause, which is what the benchmark threw or how its JVM ended. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (true) {
            Throwable cause = innermost.getCause();
            if (cause == null && innermost.getSuppressed().length > 0) {
                cause = innermost.getSuppressed()[0];
            }
            if (cause == null) {
                break;
            }
            innermost = cause;
        }
        String line = innermost.toString().lines().findFirst().orElse("");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
    }

    /** One line of a list for each row that failed. */
    static String text(Collection<RowResult> rows) {
        StringBuilder out = new StringBuilder();
        for (RowResult row : rows) {
            row.failure().ifPresent(reason -> out.append(text(row.cells(), reason)));
        }
        return out.toString();
    }

    private static String text(List<Cell> cells, String reason) {
        List<String> columns = cells.stream().map(Cell::column).distinct().toList();
        String row = cells.isEmpty() ? "a row" : cells.get(0).row();
        return String.format(
                Locale.ROOT,
                "- %s (%s): failed with `%s`%n",
                row,
                String.join("; ", columns),
                reason.replace('`', '\''));
    }
}
