package io.github.profileengine.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The flags that only some JVMs were started with, apart from that of the collector, and what was measured in these
 * JVMs.
 */
final class FurtherFlags {
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use[A-Za-z0-9]*GC");

    private FurtherFlags() {}

    /** The flags in one line; empty if there are none. */
    static String text(List<List<RowResult>> tables) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (int at = 0; at < tables.size(); at++) {
            List<Cell> all = cells(tables.get(at));
            String table = tables.size() == 1 ? "" : "table " + (at + 1);
            byFlags(tables.get(at))
                    .forEach((flags, cells) -> places.computeIfAbsent(flags, first -> new ArrayList<>())
                            .add(place(table, cells, all)));
        }
        return places.entrySet().stream()
                .map(entry -> "`" + entry.getKey() + "`: " + String.join(" and ", entry.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String place(String table, List<Cell> cells, List<Cell> all) {
        if (cells.size() == all.size()) {
            return table.isEmpty() ? "all rows" : table;
        }
        return (table.isEmpty() ? "" : table + ", ") + names(cells, all);
    }

    private static Map<String, List<Cell>> byFlags(List<RowResult> rows) {
        Map<String, List<Cell>> found = new LinkedHashMap<>();
        for (RowResult row : rows) {
            String flags = row.run().flags().stream()
                    .filter(flag -> !COLLECTOR.matcher(flag).matches())
                    .collect(Collectors.joining(" "));
            if (!flags.isEmpty()) {
                found.computeIfAbsent(flags, first -> new ArrayList<>()).addAll(row.cells());
            }
        }
        return found;
    }

    // Named by their columns if those have no other cells, or else by their rows.
    private static String names(List<Cell> cells, List<Cell> all) {
        Set<String> columns = new LinkedHashSet<>();
        Set<String> rows = new LinkedHashSet<>();
        for (Cell cell : cells) {
            columns.add(cell.column());
            rows.add(cell.row());
        }
        boolean whole =
                all.stream().filter(cell -> columns.contains(cell.column())).count() == cells.size();
        return String.join(", ", whole ? columns : rows);
    }

    private static List<Cell> cells(List<RowResult> rows) {
        return rows.stream().flatMap(row -> row.cells().stream()).toList();
    }
}
