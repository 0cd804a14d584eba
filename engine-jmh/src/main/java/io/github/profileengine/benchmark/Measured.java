package io.github.profileengine.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a section's benchmarks row by row, those that are not finished yet; what JMH says goes to standard error. */
final class Measured {
    private final Request request;
    private final Results results;
    private final String code = CodeDigest.ofThis();
    private final List<Results.Kept> kept = new ArrayList<>();
    private int now;

    Measured(Request request, Results results) {
        this.request = request;
        this.results = results;
    }

    /** How many rows this program measured. */
    int now() {
        return now;
    }

    /** The rows that were finished before. */
    List<Results.Kept> before() {
        return kept;
    }

    List<Cell> cells(Section section) throws RunnerException {
        List<Cell> cells = new ArrayList<>();
        for (Run run : section.runs()) {
            for (Row row : Row.of(run)) {
                cells.addAll(cells(section, run, row));
            }
        }
        return cells;
    }

    private List<Cell> cells(Section section, Run run, Row row) throws RunnerException {
        Map<String, String> key = key(section, run, row);
        Optional<Results.Kept> found = results.of(key);
        if (found.isPresent()) {
            kept.add(found.get());
            return found.get().cells();
        }
        List<Cell> cells = new ArrayList<>();
        result(section, run, row).forEach(result -> cells.addAll(section.cells().apply(result)));
        now++;
        if (!code.equals(CodeDigest.ofThis())) {
            throw new IllegalStateException("the benchmarks were built anew while this row was measured: it is of"
                    + " nobody knows which code; the command again measures it and the rest");
        }
        return results.keep(key, cells).cells();
    }

    private Map<String, String> key(Section section, Run run, Row row) {
        Map<String, String> key = new TreeMap<>();
        row.parameters().forEach((name, value) -> key.put("parameter " + name, value));
        key.put("section", section.title());
        key.put("benchmark", row.benchmark());
        key.put("threads", Integer.toString(run.threads()));
        key.put("effort", request.effort(section, run).toString());
        key.put("arguments", String.join(" ", arguments(run)));
        key.put("java", jvm(run).version() + ", " + jvm(run).build());
        key.put("machine", Conditions.machine());
        key.put("code", code);
        return key;
    }

    private Jvm jvm(Run run) {
        return run.java().or(request::java).map(Jvm::of).orElseGet(Jvm::current);
    }

    private List<String> arguments(Run run) {
        List<String> arguments = new ArrayList<>(request.subject().jvmArguments());
        arguments.addAll(run.flags());
        return arguments;
    }

    private Collection<RunResult> result(Section section, Run run, Row row) throws RunnerException {
        Effort effort = request.effort(section, run);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(row.include())
                .threads(run.threads())
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .measurementIterations(effort.iterations())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .jvmArgs(arguments(run).toArray(new String[0]))
                .shouldFailOnError(true);
        jvm(run).program().ifPresent(options::jvm);
        section.profilers().forEach(options::addProfiler);
        row.parameters().forEach(options::param);
        var output = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        return new Runner(options.build(), output).run();
    }
}
