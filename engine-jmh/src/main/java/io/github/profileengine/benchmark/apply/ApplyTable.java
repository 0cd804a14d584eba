package io.github.profileengine.benchmark.apply;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Effort;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The table of the whole way from bytes to profiles. */
public final class ApplyTable {
    static final String COPIES = "10";
    private static final String WALL = "ns per update (bytes allocated)";
    private static final String PROCESSOR = "ns of processor per update, collector included";
    private static final int ODD_RECORDS = 50_000;
    private static final List<Foldings> CHECKED =
            List.of(Foldings.READ_AHEAD, Foldings.PLAIN, Foldings.MUTABLE, Foldings.COPYING);

    private ApplyTable() {}

    /** Checks that all implementations agree, on the sample and on odd records, then returns the tables. */
    public static List<Section> sections() {
        List<String> lines = SampleUpdates.lines();
        // Checked here, and not where they are measured: our code
        // would slow the peers' code there, and count as their time.
        FoldingCheck.check(CHECKED, SampleUpdates.repeated(lines, Integer.parseInt(COPIES)));
        FoldingCheck.check(CHECKED, OddRecords.ndjson(1, ODD_RECORDS).getBytes(StandardCharsets.UTF_8));
        return List.of(new Section(
                "The sample repeated under 10 sets of ids, from NDJSON bytes to profiles",
                "One thread but where a row says otherwise, " + String.format(Locale.ROOT, "%,d", 10 * lines.size())
                        + " updates per fold into an empty store.",
                new Effort(2, 3, 4, 3000),
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(new Run(ApplyBenchmark.class.getName(), Map.of())),
                result -> cells(result, lines.size()),
                List.of(
                        target("one thread, against the mutable peer", Foldings.ENGINE, Foldings.MUTABLE, 1.3),
                        target("one thread, against the copying peer", Foldings.ENGINE, Foldings.COPYING, 2),
                        target("reading ahead, against the mutable peer", Foldings.READ_AHEAD, Foldings.MUTABLE, 1.3),
                        target("reading ahead, against the copying peer", Foldings.READ_AHEAD, Foldings.COPYING, 2))));
    }

    private static List<Cell> cells(RunResult result, int lines) {
        double updates = (double) lines * Integer.parseInt(result.getParams().getParam("copies"));
        String row =
                Foldings.valueOf(result.getParams().getParam("implementation")).label();
        double processor = Section.secondary(result, ProcessorTime.NAME) / updates;
        return List.of(
                Section.cell(result, row, WALL, updates), new Cell(row, PROCESSOR, processor, Double.NaN, Double.NaN));
    }

    private static Target target(String text, Foldings ours, Foldings peer, double atLeast) {
        return Target.atLeast(text, ours.label(), List.of(peer.label()), WALL, atLeast);
    }
}
