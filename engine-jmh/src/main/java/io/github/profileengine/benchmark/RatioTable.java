package io.github.profileengine.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One command per table: {@code RatioTable <name> [--quick] [--forks N] [--results FILE] [--fresh] [--java PROGRAM]},
 * from the project's root.
 *
 * <p>First it checks that all implementations do the same work; a difference ends the program. Then it measures each
 * one in JVMs of its own. Markdown tables with ratios go to standard output, each when it is done; progress goes to
 * standard error. Finished rows are kept in a file, so the same command later measures only what is missing. A row that
 * fails does not stop the others; the program then ends with {@value #FAILED} after printing everything.
 */
public final class RatioTable {
    private static final int FAILED = 1;

    private RatioTable() {}

    public static void main(String[] arguments) {
        Request request = CommandLine.orEnd(arguments, Request.HELP, () -> Request.ready(arguments));
        Results results = new Results(request.results(), request.fresh());
        JvmVariables variables = JvmVariables.ofThis();
        Measured measured = new Measured(request, results, new JmhRows(request), variables);
        Instant start = Instant.now();
        double load = Conditions.load();
        List<Section> sections = request.subject().sections(request.usualJvm());
        if (request.quick()) {
            System.out.println("**A smoke run: these figures mean nothing.**\n");
        }
        List<List<RowResult>> tables = new ArrayList<>();
        for (Section section : sections) {
            tables.add(measured.rows(section));
            System.out.println(text(section, request, tables.get(tables.size() - 1)));
        }
        System.out.println(Conditions.text(request, tables, variables, measured.progress(), start, load));
        if (measured.progress().failed() > 0) {
            System.exit(FAILED);
        }
    }

    static String text(Section section, Request request, List<RowResult> rows) {
        MarkdownTable table = new MarkdownTable(
                rows.stream().flatMap(row -> row.cells().stream()).toList());
        StringBuilder out = new StringBuilder();
        out.append("### ").append(section.title()).append("\n\n");
        out.append(section.note())
                .append(" (")
                .append(efforts(section, request, rows))
                .append(")\n\n");
        out.append(table.text());
        StringBuilder list = new StringBuilder();
        section.targets().forEach(target -> list.append(target.verdict(table)));
        list.append(Failures.text(rows));
        return out.append(list.isEmpty() ? "" : "\n").append(list).toString();
    }

    /** How long the first run was measured, and the names of the rows that were measured for another time. */
    private static String efforts(Section section, Request request, List<RowResult> rows) {
        Effort usual = request.effort(section, section.runs().get(0));
        Map<Effort, Set<String>> others = new LinkedHashMap<>();
        for (RowResult row : rows) {
            Effort effort = request.effort(section, row.run());
            if (!effort.equals(usual)) {
                Set<String> names = others.computeIfAbsent(effort, first -> new LinkedHashSet<>());
                row.cells().forEach(cell -> names.add(cell.row()));
            }
        }
        StringBuilder out = new StringBuilder(usual.toString());
        others.forEach((effort, names) ->
                out.append("; ").append(String.join(", ", names)).append(": ").append(effort));
        return out.toString();
    }
}
