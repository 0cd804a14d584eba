package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/** Turns results of stores into cells, and holds what the tables of stores have in common. */
public final class StoreCells {
    static final String EDITS = "making ids and values alone";
    static final String BATCHED = "the same, and our `Batch` of them";
    static final String UPDATES =
            "`$last_seen` is written as well; processor time is that of the whole JVM, collector included. Making the"
                    + " updates is inside.";

    private StoreCells() {}

    /** Two cells: wall clock time with bytes allocated, and processor time. */
    public static List<Cell> wallAndProcessor(RunResult result, String row, String column, double operations) {
        double told = Section.secondary(result, ProcessorTime.TOLD);
        double time = Double.isNaN(told) ? Section.secondary(result, ProcessorTime.NAME) : told;
        return List.of(
                Section.cell(result, row, wall(column), operations),
                new Cell(row, processor(column), time / operations, Double.NaN, Double.NaN));
    }

    /** The name of the first column of {@link #wallAndProcessor}. */
    public static String wall(String column) {
        return column.isEmpty() ? "wall" : column + ", wall";
    }

    /** The name of the second column. */
    public static String processor(String column) {
        return column.isEmpty() ? "processor" : column + ", processor";
    }

    /**
     * The cells of updates by a store, or of making the updates. With several threads, the time is that until the next
     * update of any thread is done.
     */
    static List<Cell> updates(RunResult result, String column) {
        int batch = number(result, "batch");
        String row = switch (Section.method(result)) {
            case "alone" -> EDITS;
            case "batched" -> BATCHED;
            default -> label(result);
        };
        int threads = result.getParams().getThreads();
        double processor = Section.secondary(result, ProcessorTime.NAME) / batch;
        var wall = result.getPrimaryResult();
        double operations = (double) batch * threads;
        return List.of(
                new Cell(
                        row,
                        wall(column),
                        wall.getScore() / operations,
                        wall.getScoreError() / operations,
                        Section.bytes(result) / batch),
                new Cell(row, processor(column), processor, Double.NaN, Double.NaN));
    }

    /** The benchmark of updates for some stores. */
    static Run updating(List<Stores> stores, Map<String, String[]> parameters) {
        Map<String, String[]> all = new HashMap<>(parameters);
        all.put("implementation", Stores.names(stores));
        return new Run(UpdateBenchmark.class.getName(), all);
    }

    /** The benchmark of making the updates. */
    static Run making(Map<String, String[]> parameters) {
        return new Run(MakingBenchmark.class.getName(), parameters);
    }

    static String[] of(Object... values) {
        String[] texts = new String[values.length];
        for (int at = 0; at < values.length; at++) {
            texts[at] = values[at].toString();
        }
        return texts;
    }

    /** The name of a store's row. */
    static String label(RunResult result) {
        return Stores.valueOf(result.getParams().getParam("implementation")).label();
    }

    static int number(RunResult result, String parameter) {
        return Integer.parseInt(result.getParams().getParam(parameter));
    }

    static String text(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Fails unless the stores do the same work with these mixes. */
    static void check(List<Stores> stores, Mix... mixes) {
        for (Stores implementation : stores) {
            Arrays.stream(mixes).filter(implementation::takes).forEach(mix -> check(implementation, mix));
        }
    }

    private static void check(Stores implementation, Mix mix) {
        try (Store store = implementation.create()) {
            StoreCheck.check(store, mix);
        }
    }
}
