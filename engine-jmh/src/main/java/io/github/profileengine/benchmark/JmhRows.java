package io.github.profileengine.benchmark;

import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures a row with JMH, which reports to standard error. */
record JmhRows(Request request) implements Measured.Rows {
    @Override
    public Collection<RunResult> result(Section section, Run run, Row row) throws RunnerException {
        Effort effort = request.effort(section, run);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(row.include())
                .threads(run.threads())
                .forks(effort.forks())
                .warmupIterations(effort.warmups())
                .measurementIterations(effort.iterations())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .jvmArgs(request.arguments(run).toArray(new String[0]))
                .shouldFailOnError(true);
        request.jvm(run).program().ifPresent(options::jvm);
        section.profilers().forEach(options::addProfiler);
        row.parameters().forEach(options::param);
        var output = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
        return new Runner(options.build(), output).run();
    }
}
