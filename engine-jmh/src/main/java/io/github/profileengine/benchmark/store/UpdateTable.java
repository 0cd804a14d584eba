package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.StoreCells.processor;
import static io.github.profileengine.benchmark.store.StoreCells.wall;
import static io.github.profileengine.benchmark.store.Stores.COMPUTE;
import static io.github.profileengine.benchmark.store.Stores.COPYING;
import static io.github.profileengine.benchmark.store.Stores.PACKED;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The tables of the base case: several batch sizes, and two threads. */
public final class UpdateTable {
    private static final String ONE = "batch of 1";
    private static final String FIFTY = "batch of 50";
    private static final String BASE = "batch of 2,000";

    private UpdateTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        StoreCells.check(Stores.CORE, Mix.SET);
        Stores.CORE.forEach(TogetherCheck::check);
        return List.of(batches(), together());
    }

    private static Section batches() {
        Map<String, String[]> batches = Map.of("batch", StoreCells.of(1, 50, 2_000));
        return new Section(
                "One `$set` of one property, 1,000,000 profiles of 12 properties, ns per update (bytes allocated),"
                        + " ratio to ours",
                "Profiles drawn evenly, a value that none holds, one thread; " + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(
                        StoreCells.updating(Stores.CORE, batches),
                        StoreCells.making(batches).lasting(Efforts.MAKING)),
                UpdateTable::cells,
                List.of(
                        faster("batch of 50, processor, against `compute`", COMPUTE, processor(FIFTY), 8),
                        faster("batch of 50, processor, against naive", COPYING, processor(FIFTY), 15),
                        faster("batch of 2,000, processor, against `compute`", COMPUTE, processor(BASE), 8),
                        faster("batch of 2,000, processor, against naive", COPYING, processor(BASE), 15),
                        faster("batch of 1, processor, against `compute`", COMPUTE, processor(ONE), 3),
                        faster("batch of 1, processor, against naive", COPYING, processor(ONE), 6)));
    }

    private static Section together() {
        return new Section(
                "The same by two threads, ns until the next update of either is done (bytes allocated), ratio to ours",
                "One store, each thread with its own draws; " + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(StoreCells.updating(Stores.CORE, Map.of("batch", StoreCells.of(50, 2_000)))
                        .threads(2)),
                UpdateTable::cells,
                List.of(
                        faster("two threads, batch of 50, wall, against `compute`", COMPUTE, wall(FIFTY), 8),
                        faster("two threads, batch of 50, wall, against naive", COPYING, wall(FIFTY), 20),
                        faster("two threads, batch of 2,000, wall, against `compute`", COMPUTE, wall(BASE), 8),
                        faster("two threads, batch of 2,000, wall, against naive", COPYING, wall(BASE), 20)));
    }

    private static Target faster(String text, Stores than, String column, double ratio) {
        return Target.atLeast(text, PACKED.label(), List.of(than.label()), column, ratio);
    }

    private static List<Cell> cells(RunResult result) {
        return StoreCells.updates(result, "batch of " + StoreCells.text(StoreCells.number(result, "batch")));
    }
}
