package io.github.profileengine.benchmark;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a section's benchmarks; what JMH says goes to standard error. */
final class Measured {
    private Measured() {}

    static List<Cell> cells(Section section, Effort effort, List<String> jvmArguments) throws RunnerException {
        List<Cell> cells = new ArrayList<>();
        for (Run run : section.runs()) {
            for (RunResult result : results(section, run, effort, jvmArguments)) {
                cells.addAll(section.cells().apply(result));
            }
        }
        return cells;
    }

    private static Collection<RunResult> results(Section section, Run run, Effort effort, List<String> jvmArguments)
            throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(run.include())
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .measurementIterations(effort.iterations())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .jvmArgs(jvmArguments.toArray(new String[0]))
                .shouldFailOnError(true);
        section.profilers().forEach(options::addProfiler);
        for (Map.Entry<String, String[]> parameter : run.parameters().entrySet()) {
            options.param(parameter.getKey(), parameter.getValue());
        }
        var output = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        return new Runner(options.build(), output).run();
    }
}
