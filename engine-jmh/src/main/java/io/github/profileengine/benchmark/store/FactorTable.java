package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.Stores.CAFFEINE;
import static io.github.profileengine.benchmark.store.Stores.ECLIPSE;
import static io.github.profileengine.benchmark.store.Stores.HAZELCAST;
import static io.github.profileengine.benchmark.store.Stores.MONGO;
import static io.github.profileengine.benchmark.store.Stores.MV_STORE;
import static io.github.profileengine.benchmark.store.Stores.PACKED;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Effort;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** Libraries compared with ours by each factor that the tables of the JDK's maps have. */
public final class FactorTable {
    private static final Mix[] OPERATORS = {Mix.DIVERSE, Mix.OBJECT, Mix.ADD, Mix.APPEND, Mix.UNION, Mix.SAMPLE};
    private static final String ZIPF = "zipf";
    private static final String TOGETHER = "two threads";

    private final List<Stores> stores;
    private final int profiles;
    private final Effort effort;

    private FactorTable(List<Stores> stores, int profiles, Effort effort) {
        this.stores = stores;
        this.profiles = profiles;
        this.effort = effort;
    }

    /** Tables of concurrent maps of our profiles that are not the JDK's. */
    public static List<Section> maps() {
        return new FactorTable(List.of(PACKED, ECLIPSE, CAFFEINE), 1_000_000, Efforts.FACTORS).sections();
    }

    /** Tables of stores that are far slower, with so few profiles that filling them ends in time. */
    public static List<Section> databases() {
        return new FactorTable(List.of(PACKED, MV_STORE, HAZELCAST, MONGO), 100_000, Efforts.SLOW_FACTORS).sections();
    }

    private List<Section> sections() {
        StoreCells.check(stores, Mix.SET);
        StoreCells.check(stores, OPERATORS);
        stores.forEach(TogetherCheck::check);
        return Stream.of(batches(), operators(), ReadTable.reads(stores, profiles), ReadTable.inserts(stores, profiles))
                .map(section -> section.starting(this::started))
                .toList();
    }

    private Section batches() {
        List<Run> runs = new ArrayList<>();
        runs.add(updating(stores, Map.of("batch", StoreCells.of(1, 50, 2_000))));
        runs.add(updating(stores, Map.of()).threads(2));
        runs.add(updating(stores, Map.of("spread", StoreCells.of(Spread.ZIPF))));
        return section(
                "One `$set` of one of 12 properties",
                "Profiles drawn evenly and batches of 2,000 unless the column says otherwise; of two threads the time"
                        + " until the next update of either is done; ",
                runs,
                FactorTable::batchCells);
    }

    private Section operators() {
        List<Run> runs = new ArrayList<>();
        for (Mix mix : OPERATORS) {
            List<Stores> able =
                    stores.stream().filter(store -> store.takes(mix)).toList();
            runs.add(updating(able, Map.of("mix", StoreCells.of(mix))));
        }
        return section(
                "Updates by operator",
                "Profiles drawn evenly, batches of 2,000, one thread; the workloads are those of `mix`; ",
                runs,
                MixTable::cells);
    }

    private Section section(String what, String note, List<Run> runs, Function<RunResult, List<Cell>> cells) {
        return new Section(
                what + ", " + StoreCells.text(profiles) + " profiles, ns per update (bytes allocated), ratio to ours",
                note + StoreCells.UPDATES,
                effort,
                List.of(GCProfiler.class, ProcessorTime.class),
                runs,
                cells,
                List.of());
    }

    private Run updating(List<Stores> some, Map<String, String[]> parameters) {
        Map<String, String[]> all = new HashMap<>(parameters);
        all.put("profiles", StoreCells.of(profiles));
        return StoreCells.updating(some, all);
    }

    private Run started(Run run) {
        return LibraryTable.started(stores, run);
    }

    private static List<Cell> batchCells(RunResult result) {
        if (result.getParams().getThreads() > 1) {
            return StoreCells.updates(result, TOGETHER);
        }
        if (Spread.valueOf(result.getParams().getParam("spread")) == Spread.ZIPF) {
            return StoreCells.updates(result, ZIPF);
        }
        return StoreCells.updates(result, "batch of " + StoreCells.text(StoreCells.number(result, "batch")));
    }
}
