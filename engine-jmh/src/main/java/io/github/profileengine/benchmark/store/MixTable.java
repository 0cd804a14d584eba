package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.StoreCells.processor;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The table of operators. */
public final class MixTable {
    // Texts of other lengths and profiles of other sizes have tables of their own, so that this one ends in time.
    private static final Mix[] COLUMNS = {Mix.SET, Mix.DIVERSE, Mix.OBJECT, Mix.ADD, Mix.APPEND, Mix.UNION, Mix.SAMPLE};

    private MixTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        StoreCells.check(Stores.CORE, COLUMNS);
        return List.of(mixes());
    }

    private static Section mixes() {
        Map<String, String[]> mixes = Map.of("mix", StoreCells.of((Object[]) COLUMNS));
        return new Section(
                "Updates by operator, 1,000,000 profiles, batches of 2,000, ns per update (bytes allocated), ratio to"
                        + " ours",
                "Profiles drawn evenly, one thread. Names of their own: eight of ten are out of 82, in 672,400"
                        + " ways. Objects: two of the properties are objects of a text, an integer and a double, and"
                        + " one of them is set, as a map. Lists have nine elements on average: one edit in ten empties"
                        + " the list. The sample's authors are copied under many ids and its updates go on from the"
                        + " beginning, each for a copy of its author, so that long lists are edited most; "
                        + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(
                        StoreCells.updating(Stores.CORE, mixes),
                        StoreCells.making(mixes).lasting(Efforts.MAKING)),
                MixTable::cells,
                List.of(
                        sample("the real sample's mix, processor, against `compute`", Stores.COMPUTE, 8),
                        sample("the same, against naive", Stores.COPYING, 15)));
    }

    private static Target sample(String text, Stores than, double ratio) {
        return Target.atLeast(text, Stores.PACKED.label(), List.of(than.label()), processor(Mix.SAMPLE.label()), ratio);
    }

    /** The cells of a row whose column is its mix. */
    static List<Cell> cells(RunResult result) {
        return StoreCells.updates(
                result, Mix.valueOf(result.getParams().getParam("mix")).label());
    }
}
