package io.github.profileengine.benchmark.fork;

import static io.github.profileengine.benchmark.fork.Copyables.CONCURRENT_MAP;
import static io.github.profileengine.benchmark.fork.Copyables.FORK;
import static io.github.profileengine.benchmark.fork.Copyables.SNAPSHOT;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Effort;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import io.github.profileengine.benchmark.ToldFigures;
import io.github.profileengine.benchmark.fork.ForkedWritesBenchmark.Forks;
import io.github.profileengine.benchmark.store.StoreCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The tables of forks and snapshots. */
public final class ForkTable {
    private static final String MILLION = "1,000,000 profiles";
    private static final String WALL = StoreCells.wall("packed");
    private static final String PROCESSOR = StoreCells.processor("packed");

    private static final Effort COPIES = new Effort(1, 3, 5, 1000);
    private static final Effort BUSY = new Effort(1, 3, 5, 2000);
    // Long enough for garbage collections to come as often as in the long run.
    private static final Effort WRITES = new Effort(2, 3, 5, 4000);

    private ForkTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        for (Copyables implementation : Copyables.values()) {
            CopyCheck.check(implementation.create());
        }
        return List.of(quiet(), busy(), writes());
    }

    private static Section quiet() {
        return new Section(
                "A second version of all profiles while nobody writes, µs (bytes allocated), ratio to ours",
                "12 properties each. What is copied later, by the writes, is in the last table.",
                COPIES,
                List.of(GCProfiler.class),
                List.of(new Run(QuietForkBenchmark.class.getName(), Map.of())),
                result -> List.of(Section.cell(result, implementation(result).label(), column(result), 1)),
                List.of(
                        Target.within("a fork", FORK.label(), MILLION, 1000, "µs"),
                        Target.within("a snapshot", SNAPSHOT.label(), MILLION, 1000, "µs"),
                        faster("a fork, against copying the concurrent map", FORK),
                        faster("a snapshot, against copying the concurrent map", SNAPSHOT)));
    }

    private static Target faster(String text, Copyables ours) {
        return Target.atLeast(text, ours.label(), List.of(CONCURRENT_MAP.label()), MILLION, 500);
    }

    private static Section busy() {
        return new Section(
                "The same while another thread writes, µs, ratio to a fork",
                "One writer, batches of 2,000, at full speed; 100,000 updates between two copies. Waiting is for the"
                        + " batch that is running; with the fork's own work it makes the mean. The copied map is of no"
                        + " one moment.",
                BUSY,
                List.of(ToldFigures.class),
                List.of(new Run(BusyForkBenchmark.class.getName(), Map.of())),
                ForkTable::busyCells,
                List.of());
    }

    private static List<Cell> busyCells(RunResult result) {
        Copyables implementation = implementation(result);
        var sampled = result.getPrimaryResult().getStatistics();
        List<Cell> cells = new ArrayList<>();
        cells.add(Section.cell(result, implementation.label(), column(result), 1));
        cells.add(part(result, "median", sampled.getPercentile(50)));
        cells.add(part(result, "longest", sampled.getMax()));
        if (implementation != CONCURRENT_MAP) {
            double waited = Section.secondary(result, BusyForkBenchmark.WAITED);
            cells.add(part(result, "waiting, mean", waited));
            cells.add(part(result, "its own work, mean", sampled.getMean() - waited));
        }
        return cells;
    }

    private static Cell part(RunResult result, String what, double micros) {
        String row = switch (implementation(result)) {
            case FORK -> "fork: ";
            case SNAPSHOT -> "snapshot: ";
            case PLAIN_FORK -> "plain fork: ";
            default -> "map: ";
        };
        return new Cell(row + what, column(result), micros, Double.NaN, Double.NaN);
    }

    private static Section writes() {
        return new Section(
                "Writes with one fork per 100,000 of them, ns per update, ratio to no forks",
                "1,000,000 profiles, one thread, batches of 2,000 updates that set one property of a profile drawn"
                        + " evenly; processor time is that of the whole JVM, collector included. Making the updates is"
                        + " inside.",
                WRITES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(new Run(ForkedWritesBenchmark.class.getName(), Map.of())),
                ForkTable::writeCells,
                List.of(
                        slowdown("slowdown, forks dropped", Forks.DROPPED, WALL),
                        slowdown("the same, processor", Forks.DROPPED, PROCESSOR),
                        slowdown("slowdown, forks kept", Forks.KEPT, WALL),
                        slowdown("the same, processor", Forks.KEPT, PROCESSOR)));
    }

    private static Target slowdown(String text, Forks forks, String column) {
        return Target.atMost(text, Forks.NONE.label(), forks.label(), column, 1.3);
    }

    private static List<Cell> writeCells(RunResult result) {
        String row = Forks.valueOf(result.getParams().getParam("forks")).label();
        String column = result.getParams().getParam("kind").toLowerCase(Locale.ROOT);
        return StoreCells.wallAndProcessor(result, row, column, ForkedWritesBenchmark.WRITES);
    }

    private static Copyables implementation(RunResult result) {
        return Copyables.valueOf(result.getParams().getParam("implementation"));
    }

    private static String column(RunResult result) {
        return String.format(
                Locale.ROOT, "%,d profiles", Integer.parseInt(result.getParams().getParam("profiles")));
    }
}
