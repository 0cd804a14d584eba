package io.github.profileengine.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** What the figures of a table should reach. */
public final class Target {
    private final String text;
    private final ToDoubleFunction<Figures> measured;
    private final boolean most;
    private final double limit;
    private final String unit;

    private Target(String text, ToDoubleFunction<Figures> measured, boolean most, double limit, String unit) {
        this.text = text;
        this.measured = measured;
        this.most = most;
        this.limit = limit;
        this.unit = unit;
    }

    /**
     * The best of the rows must take at least {@code ratio} times what the base row takes.
     *
     * @param text what is asked for
     * @param base the row to compare, ours
     * @param rows the rows to compare it with; the one with the least figure counts
     * @param column the column of the figures
     */
    public static Target atLeast(String text, String base, List<String> rows, String column, double ratio) {
        return new Target(
                text, figures -> least(figures, rows, column) / figures.value(base, column), false, ratio, "x");
    }

    /**
     * A row must take at most {@code ratio} times what the base row takes; the other parameters are as in
     * {@link #atLeast}.
     */
    public static Target atMost(String text, String base, String row, String column, double ratio) {
        return new Target(text, figures -> figures.value(row, column) / figures.value(base, column), true, ratio, "x");
    }

    /**
     * A row must take in the column {@code to} at most {@code ratio} times what it takes in the column {@code from}.
     */
    public static Target growth(String text, String row, String from, String to, double ratio) {
        return new Target(text, figures -> figures.value(row, to) / figures.value(row, from), true, ratio, "x");
    }

    /**
     * A row's figure itself must be at most {@code figure}.
     *
     * @param unit the unit of the figure, as it is printed
     */
    public static Target within(String text, String row, String column, double figure, String unit) {
        return new Target(text, figures -> figures.value(row, column), true, figure, " " + unit);
    }

    private static double least(Figures figures, List<String> rows, String column) {
        return rows.stream()
                .mapToDouble(row -> figures.value(row, column))
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(Double.NaN);
    }

    /** The verdict, as a line of a list. */
    String verdict(Figures figures) {
        Set<String> failed = new TreeSet<>();
        double figure = measured.applyAsDouble((row, column) -> {
            if (figures.isFailed(row, column)) {
                failed.add(row);
            }
            return figures.value(row, column);
        });
        if (!failed.isEmpty()) {
            return "- " + text + ": not known, failed: " + String.join("; ", failed) + "\n";
        }
        if (Double.isNaN(figure)) {
            return "- " + text + ": not measured\n";
        }
        boolean reached = most ? figure <= limit : figure >= limit;
        String asked = tenths(limit);
        // A figure that narrowly misses its limit must not be printed like the limit.
        String found =
                !reached && tenths(figure).equals(asked) ? String.format(Locale.ROOT, "%,.3f", figure) : tenths(figure);
        return String.format(
                Locale.ROOT,
                "- %s: at %s %s%s asked, **%s%s** measured%s%n",
                text,
                most ? "most" : "least",
                asked,
                unit,
                found,
                unit,
                reached ? "" : " - **missed**");
    }

    private static String tenths(double figure) {
        return String.format(Locale.ROOT, "%,.1f", figure);
    }
}
