package io.github.profileengine.benchmark;

import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * One command per table: {@code RatioTable <name> [--quick] [--forks N] [--results FILE] [--fresh] [--java PROGRAM]},
 * from the project's root.
 *
 * <p>First all implementations are checked to do the same work; a difference ends the program. Then every one is
 * measured in JVMs of its own. Markdown tables with ratios go to standard output, each when it is done, progress to
 * standard error. Finished rows are kept in a file: the same command again measures only what is missing.
 */
public final class RatioTable {
    private RatioTable() {}

    public static void main(String[] arguments) throws RunnerException {
        Request request = CommandLine.orEnd(arguments, Request.HELP, () -> Request.of(arguments));
        Measured measured = new Measured(request, new Results(request.results(), request.fresh()));
        Instant start = Instant.now();
        double load = Conditions.load();
        List<Section> sections = request.subject().sections();
        if (request.quick()) {
            System.out.println("**A smoke run: these figures mean nothing.**\n");
        }
        for (Section section : sections) {
            System.out.println(text(section, request, measured));
        }
        System.out.println(Conditions.text(request, measured, start, load));
    }

    private static String text(Section section, Request request, Measured measured) throws RunnerException {
        MarkdownTable table = new MarkdownTable(measured.cells(section));
        StringBuilder out = new StringBuilder();
        out.append("### ").append(section.title()).append("\n\n");
        Effort effort = request.effort(section, section.runs().get(0));
        out.append(section.note()).append(" (").append(effort).append(")\n\n");
        out.append(table.text());
        out.append(section.targets().isEmpty() ? "" : "\n");
        section.targets().forEach(target -> out.append(target.verdict(table)));
        return out.toString();
    }
}
