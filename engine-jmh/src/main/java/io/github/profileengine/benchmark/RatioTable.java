package io.github.profileengine.benchmark;

import java.time.Instant;
import java.util.List;

/**
 * One command per table: {@code RatioTable <name> [--quick] [--forks N] [--results FILE] [--fresh] [--java PROGRAM]},
 * from the project's root.
 *
 * <p>First all implementations are checked to do the same work; a difference ends the program. Then every one is
 * measured in JVMs of its own. Markdown tables with ratios go to standard output, each when it is done, progress to
 * standard error. Finished rows are kept in a file: the same command again measures only what is missing. A row that
 * fails stops no other; the program then ends with {@value #FAILED} when all is printed.
 */
public final class RatioTable {
    private static final int FAILED = 1;

    private RatioTable() {}

    public static void main(String[] arguments) {
        Request request = CommandLine.orEnd(arguments, Request.HELP, () -> Request.of(arguments));
        Results results = new Results(request.results(), request.fresh());
        Measured measured = new Measured(request, results, new JmhRows(request));
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
        if (measured.progress().failed() > 0) {
            System.exit(FAILED);
        }
    }

    static String text(Section section, Request request, Measured measured) {
        List<RowResult> rows = measured.rows(section);
        MarkdownTable table = new MarkdownTable(
                rows.stream().flatMap(row -> row.cells().stream()).toList());
        StringBuilder out = new StringBuilder();
        out.append("### ").append(section.title()).append("\n\n");
        Effort effort = request.effort(section, section.runs().get(0));
        out.append(section.note()).append(" (").append(effort).append(")\n\n");
        out.append(table.text());
        StringBuilder list = new StringBuilder();
        section.targets().forEach(target -> list.append(target.verdict(table)));
        list.append(Failures.text(rows));
        return out.append(list.isEmpty() ? "" : "\n").append(list).toString();
    }
}
