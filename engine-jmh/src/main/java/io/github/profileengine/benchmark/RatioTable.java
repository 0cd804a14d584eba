package io.github.profileengine.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * One command per table: {@code RatioTable profile|list|apply|endtoend|store|fork [--quick] [--forks N]}, from the
 * project's root.
 *
 * <p>First all implementations are checked to do the same work; a difference ends the program. Then every one is
 * measured in JVMs of its own. Markdown tables with ratios go to standard output, each when it is done, progress to
 * standard error.
 */
public final class RatioTable {
    private static final String USAGE = "usage: RatioTable " + Subject.words() + " [--quick] [--forks N]";

    private RatioTable() {}

    public static void main(String[] arguments) throws RunnerException {
        List<String> left = new ArrayList<>(List.of(arguments));
        boolean quick = left.remove("--quick");
        int forks = forks(left);
        if (left.size() != 1) {
            throw new IllegalArgumentException(USAGE);
        }
        print(Subject.of(left.get(0)).orElseThrow(() -> new IllegalArgumentException(USAGE)), quick, forks);
    }

    private static int forks(List<String> arguments) {
        int at = arguments.indexOf("--forks");
        if (at < 0) {
            return 0;
        }
        arguments.remove(at);
        if (at == arguments.size()) {
            throw new IllegalArgumentException(USAGE);
        }
        return Integer.parseInt(arguments.remove(at));
    }

    private static void print(Subject subject, boolean quick, int forks) throws RunnerException {
        List<Section> sections = subject.sections();
        Instant start = Instant.now();
        double load = Conditions.load();
        if (quick) {
            System.out.println("**A smoke run: these figures mean nothing.**\n");
        }
        for (Section section : sections) {
            Effort effort = quick ? Effort.QUICK : section.effort();
            if (forks > 0) {
                effort = new Effort(forks, effort.warmups(), effort.iterations(), effort.millis());
            }
            System.out.println(text(section, effort, subject.jvmArguments()));
        }
        System.out.println(Conditions.text(subject.jvmArguments(), start, load));
    }

    private static String text(Section section, Effort effort, List<String> jvmArguments) throws RunnerException {
        MarkdownTable table = new MarkdownTable(Measured.cells(section, effort, jvmArguments));
        StringBuilder out = new StringBuilder();
        out.append("### ").append(section.title()).append("\n\n");
        out.append(section.note()).append(" (").append(effort).append(")\n\n");
        out.append(table.text());
        out.append(section.targets().isEmpty() ? "" : "\n");
        section.targets().forEach(target -> out.append(target.verdict(table)));
        return out.toString();
    }
}
