package io.github.profileengine.benchmark;

import io.github.profileengine.benchmark.store.CollectorTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A command line.
 *
 * @param subject what to make tables of
 * @param quick whether to measure only briefly, to see that everything works
 * @param forks how many JVMs a row gets; 0 for as many as the section says
 * @param results the file that keeps finished rows
 * @param fresh whether to measure all rows again
 * @param java the JDK that measures rows that name none; empty for the one that runs this program
 */
record Request(Subject subject, boolean quick, int forks, Path results, boolean fresh, Optional<Jvm> java) {
    static final String HELP = "usage: RatioTable " + Subject.words()
            + " [--quick] [--forks N] [--results FILE] [--fresh] [--java PROGRAM]\n" + """

            Measures ours beside its peers, prints tables with ratios, and keeps the rows that are done.

              --quick          everything once and briefly, to see that it works: its figures mean nothing
              --forks N        JVMs a row, 1 to 100
              --results FILE   where finished rows are kept (default: target/benchmark-results/<table>.ndjson)
              --fresh          measures all rows again; without it, only those that are missing
              --java PROGRAM   the JVM that measures where a row names none (default: the one that runs this)
              --help           this\
            """;

    private static final int MOST_FORKS = 100;

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Request of(String... arguments) {
        List<String> left = new ArrayList<>(List.of(arguments));
        boolean quick = left.remove("--quick");
        boolean fresh = left.remove("--fresh");
        int forks = CommandLine.value(left, "--forks")
                .map(text -> CommandLine.number("--forks", text, MOST_FORKS))
                .orElse(0);
        Optional<String> results = CommandLine.value(left, "--results");
        Optional<Jvm> java = CommandLine.value(left, "--java").map(Jvm::of);
        CommandLine.requireNoOption(left);
        if (left.size() != 1) {
            throw new IllegalArgumentException("one table, not " + (left.isEmpty() ? "none" : String.join(" ", left)));
        }
        Subject subject = Subject.of(left.get(0))
                .orElseThrow(() -> new IllegalArgumentException("'" + left.get(0) + "' is no table"));
        return new Request(subject, quick, forks, Path.of(results.orElse(file(left.get(0)))), fresh, java);
    }

    /**
     * Reads a command line, and makes sure that its results can be kept.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static Request ready(String... arguments) {
        Request request = of(arguments);
        CommandLine.requireWritable(request.results);
        if (request.subject == Subject.COLLECTOR) {
            CollectorTable.newer(request.usualJvm());
        }
        return request;
    }

    private static String file(String word) {
        return "target/benchmark-results/" + word.toLowerCase(Locale.ROOT) + ".ndjson";
    }

    /** The arguments with which the JVM of a run is started. */
    List<String> arguments(Run run) {
        List<String> arguments = new ArrayList<>(subject.jvmArguments());
        arguments.addAll(run.flags());
        return arguments;
    }

    /** The JDK of a run's JVM. */
    Jvm jvm(Run run) {
        return run.java().map(Jvm::of).orElseGet(this::usualJvm);
    }

    /** The JDK of those runs that name none. */
    Jvm usualJvm() {
        return java.orElseGet(Jvm::current);
    }

    /** How long a run of a section is measured. */
    Effort effort(Section section, Run run) {
        Effort effort = quick ? Effort.QUICK : run.effort().orElse(section.effort());
        return forks > 0 ? new Effort(forks, effort.warmups(), effort.iterations(), effort.millis()) : effort;
    }
}
