package io.github.profileengine.benchmark;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cells as a table. Every row is compared with the first row, in each column where the first row has a figure. */
public final class MarkdownTable implements Figures {
    private final List<Cell> cells;

    /** A table of these cells, rows and columns in the order in which they come. */
    public MarkdownTable(List<Cell> cells) {
        this.cells = cells;
    }

    /** The table as Markdown. */
    public String text() {
        Set<String> rows = new LinkedHashSet<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Cell cell : cells) {
            rows.add(cell.row());
            columns.add(cell.column());
        }
        String base = rows.iterator().next();
        StringBuilder out = new StringBuilder("| |");
        columns.forEach(column -> out.append(' ').append(column).append(" |"));
        out.append("\n|---|").append("--:|".repeat(columns.size())).append('\n');
        for (String row : rows) {
            out.append("| ").append(row).append(" |");
            for (String column : columns) {
                out.append(' ').append(text(row, column, base)).append(" |");
            }
            out.append('\n');
        }
        return out.toString();
    }

    @Override
    public double value(String row, String column) {
        return find(row, column).map(Cell::value).orElse(Double.NaN);
    }

    // A row that failed may lack some of its columns.
    @Override
    public boolean isFailed(String row, String column) {
        return Double.isNaN(value(row, column))
                && cells.stream().anyMatch(cell -> cell.row().equals(row) && cell.isFailed());
    }

    private String text(String row, String column, String base) {
        Optional<Cell> cell = find(row, column);
        if (isFailed(row, column)) {
            return "failed";
        }
        if (cell.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(number(cell.get().value()));
        if (!Double.isNaN(cell.get().error())) {
            out.append(" ±").append(number(cell.get().error()));
        }
        if (!Double.isNaN(cell.get().bytes())) {
            out.append(" (").append(number(Math.rint(cell.get().bytes()))).append(" B)");
        }
        Optional<Cell> compared = find(base, column);
        if (!row.equals(base) && compared.isPresent() && !compared.get().isFailed()) {
            out.append(", **")
                    .append(ratio(cell.get().value() / compared.get().value()))
                    .append("**");
        }
        return out.toString();
    }

    private Optional<Cell> find(String row, String column) {
        return cells.stream()
                .filter(cell -> cell.row().equals(row) && cell.column().equals(column))
                .findFirst();
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio >= 100 ? "%,.0fx" : ratio >= 10 ? "%.1fx" : "%.2fx", ratio);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 || value == Math.rint(value) ? "%,.0f" : "%.1f", value);
    }
}
