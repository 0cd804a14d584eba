package io.github.profileengine.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** Runs those benchmarks of a section that are not finished yet, row by row. */
final class Measured {
    /** Measures a row; {@code RunnerException} if that fails. */
    @FunctionalInterface
    interface Rows {
        Collection<RunResult> result(Section section, Run run, Row row) throws RunnerException;
    }

    private final Request request;
    private final Results results;
    private final Rows rows;
    private final JvmVariables variables;
    private final String code = CodeDigest.ofThis();
    private final List<ResultFile.Moment> kept = new ArrayList<>();
    private int now;
    private int failed;

    Measured(Request request, Results results, Rows rows, JvmVariables variables) {
        this.request = request;
        this.results = results;
        this.rows = rows;
        this.variables = variables;
    }

    /** How far the command has come. */
    Progress progress() {
        return new Progress(now, failed, kept);
    }

    /** All rows of a section. A row that fails does not stop the others. */
    List<RowResult> rows(Section section) {
        List<RowResult> all = new ArrayList<>();
        for (Run run : section.runs()) {
            for (Row row : Row.of(run)) {
                all.add(row(section, run, row));
            }
        }
        return all;
    }

    private RowResult row(Section section, Run run, Row row) {
        Map<String, String> key = key(section, run, row);
        Optional<Results.Kept> found = results.of(key);
        if (found.isPresent()) {
            kept.add(found.get().moment());
            return new RowResult(run, found.get().cells(), Optional.empty());
        }
        Collection<RunResult> measured;
        try {
            measured = rows.result(section, run, row);
        } catch (RunnerException failure) {
            return failed(section, run, row, Failures.reason(failure));
        }
        List<Cell> cells = new ArrayList<>();
        measured.forEach(result -> cells.addAll(section.cells().apply(result)));
        now++;
        CodeDigest.requireThisIs(code);
        return new RowResult(run, results.keep(key, cells).cells(), Optional.empty());
    }

    private RowResult failed(Section section, Run run, Row row, String reason) {
        failed++;
        results.keepFailure(key(section, run, row), reason);
        return new RowResult(run, Failures.cells(section, run, row, request.jvm(run)), Optional.of(reason));
    }

    private Map<String, String> key(Section section, Run run, Row row) {
        Map<String, String> key = new TreeMap<>();
        row.parameters().forEach((name, value) -> key.put("parameter " + name, value));
        key.put("section", section.title());
        key.put("benchmark", row.benchmark());
        key.put("threads", Integer.toString(run.threads()));
        key.put("effort", request.effort(section, run).toString());
        key.put("arguments", String.join(" ", request.arguments(run)));
        variables.addTo(key);
        key.put("java", request.jvm(run).version() + ", " + request.jvm(run).build());
        key.put("machine", Conditions.machine());
        key.put("code", code);
        return key;
    }
}
