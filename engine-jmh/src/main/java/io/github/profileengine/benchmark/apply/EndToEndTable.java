package io.github.profileengine.benchmark.apply;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Effort;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The table of large files, from bytes to profiles. */
public final class EndToEndTable {
    /** The implementations to compare; the first is ours, as the command {@code apply} runs it. */
    static final List<Foldings> ROWS = List.of(Foldings.READ_AHEAD, Foldings.PLAIN, Foldings.MUTABLE, Foldings.COPYING);

    private static final int UPDATES = 5_000_000;
    private static final double ASKED = 3;

    private EndToEndTable() {}

    /** Checks that all implementations agree, with the heap with which they are measured; then returns the table. */
    public static List<Section> sections() {
        EndToEndCheck.run(UPDATES, List.of("-Xmx4g", "-XX:+UseG1GC"));
        String[] rows = ROWS.stream().map(Foldings::name).toArray(String[]::new);
        return List.of(new Section(
                "A large file, from NDJSON bytes to profiles, ns per update (bytes allocated), ratio to ours",
                note(),
                new Effort(1, 2, 3, 1000),
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(new Run(EndToEndBenchmark.class.getName(), Map.of("implementation", rows))),
                EndToEndTable::cells,
                targets()));
    }

    private static String note() {
        return String.format(
                Locale.ROOT,
                "Each invocation folds a whole file of the page cache into an empty store: %,d generated updates of %,d"
                        + " profiles, or %,d of the real sample under many sets of ids. Processor time is that of the"
                        + " whole JVM, collector included. All ended in the same state before.",
                Inputs.GENERATED.updates(UPDATES),
                UPDATES / 5,
                Inputs.SAMPLE.updates(UPDATES));
    }

    private static List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (Inputs input : Inputs.values()) {
            for (Foldings ours : List.of(Foldings.READ_AHEAD, Foldings.PLAIN)) {
                targets.add(Target.atLeast(
                        input.label() + ", " + (ours == Foldings.PLAIN ? "plain" : "packed") + ", against copied maps",
                        ours.label(),
                        List.of(Foldings.COPYING.label()),
                        wall(input),
                        ASKED));
            }
        }
        return targets;
    }

    private static List<Cell> cells(RunResult result) {
        Inputs input = Inputs.valueOf(result.getParams().getParam("input"));
        String row =
                Foldings.valueOf(result.getParams().getParam("implementation")).label();
        double updates = (double) input.updates(UPDATES);
        double processor = Section.secondary(result, ProcessorTime.NAME) / updates;
        return List.of(
                Section.cell(result, row, wall(input), updates),
                new Cell(row, input.label() + ", processor", processor, Double.NaN, Double.NaN));
    }

    private static String wall(Inputs input) {
        return input.label() + ", wall";
    }
}
