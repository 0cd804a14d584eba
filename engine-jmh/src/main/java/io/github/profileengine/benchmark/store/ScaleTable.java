package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.StoreCells.processor;
import static io.github.profileengine.benchmark.store.StoreCells.wall;
import static io.github.profileengine.benchmark.store.Stores.COMPUTE;
import static io.github.profileengine.benchmark.store.Stores.COPYING;
import static io.github.profileengine.benchmark.store.Stores.MONITOR;
import static io.github.profileengine.benchmark.store.Stores.PACKED;
import static io.github.profileengine.benchmark.store.Stores.PLAIN;

import com.sun.management.OperatingSystemMXBean;
import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The table of numbers of profiles, and of edits that are spread unevenly over them. */
public final class ScaleTable {
    private static final boolean ROOM =
            ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize() > 16L << 30;

    /** The heap of every JVM of the table: five million profiles as maps take more than 5 GiB. */
    public static final String HEAP = ROOM ? "10g" : "4g";

    private static final List<Stores> STORES = List.of(PACKED, PLAIN, COMPUTE, COPYING, MONITOR);
    private static final int MILLION = 1_000_000;

    private ScaleTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        StoreCells.check(STORES, Mix.SET);
        return List.of(scale());
    }

    private static Section scale() {
        return new Section(
                "One `$set` of one of 12 properties, batches of 2,000, ns per update (bytes allocated), ratio to ours",
                "A heap of " + HEAP + " for every row, more than in the other tables, which spares the collector of the"
                        + " object stores work; zipf draws the k-th most frequent profile in proportion to 1 / k^0.99; "
                        + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                runs(),
                ScaleTable::cells,
                List.of(
                        growth(
                                "growth from 1,000,000 to 5,000,000, processor",
                                processor(name(MILLION)),
                                processor(name(5 * MILLION))),
                        growth("the same, wall", wall(name(MILLION)), wall(name(5 * MILLION)))));
    }

    private static Target growth(String text, String from, String to) {
        return Target.growth(text, PACKED.label(), from, to, 1.3);
    }

    private static List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (int profiles : new int[] {100_000, MILLION, 5 * MILLION}) {
            List<Stores> stores = profiles <= MILLION || ROOM ? STORES : List.of(PACKED);
            runs.add(StoreCells.updating(stores, Map.of("profiles", StoreCells.of(profiles))));
        }
        runs.add(StoreCells.updating(STORES, Map.of("spread", StoreCells.of(Spread.ZIPF))));
        runs.add(StoreCells.making(Map.of("spread", StoreCells.of(Spread.UNIFORM, Spread.ZIPF)))
                .lasting(Efforts.MAKING));
        return runs;
    }

    private static List<Cell> cells(RunResult result) {
        String spread = result.getParams().getParam("spread");
        int profiles = StoreCells.number(result, "profiles");
        String zipf = Spread.valueOf(spread) == Spread.ZIPF ? ", zipf" : "";
        return StoreCells.updates(result, name(profiles) + zipf);
    }

    private static String name(int profiles) {
        return StoreCells.text(profiles) + " profiles";
    }
}
