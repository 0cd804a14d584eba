package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Section;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The table of values that change their sizes, which are hardest for records. */
public final class SizesTable {
    private static final int PROFILES = 200_000;
    private static final List<Integer> BATCHES = List.of(50, 2_000);

    private SizesTable() {}

    /** Checks that all implementations agree, then returns the table. */
    public static List<Section> sections() {
        StoreCells.check(Stores.CORE, Mix.TEXTS, Mix.SET);
        Map<String, String[]> parameters = Map.of(
                "mix", StoreCells.of(Mix.TEXTS),
                "profiles", StoreCells.of(PROFILES),
                "batch", StoreCells.of(BATCHES.toArray()));
        Map<String, String[]> same = Map.of("profiles", StoreCells.of(PROFILES));
        return List.of(new Section(
                "One `$set` of a text of another length, " + StoreCells.text(PROFILES)
                        + " profiles of 12 properties, ns per update (bytes allocated), ratio to ours",
                "Ten of the properties are texts of 15 to 204 units, and each update sets one to another that is"
                        + " shorter or longer; beside it values that keep their sizes, as in the other tables. Profiles"
                        + " drawn evenly, one thread; "
                        + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(
                        StoreCells.updating(Stores.CORE, parameters),
                        StoreCells.making(parameters).lasting(Efforts.MAKING),
                        StoreCells.updating(Stores.CORE, same),
                        StoreCells.making(same).lasting(Efforts.MAKING)),
                SizesTable::cells,
                List.of()));
    }

    private static List<Cell> cells(RunResult result) {
        String sizes = Mix.valueOf(result.getParams().getParam("mix")) == Mix.SET ? ", the same sizes" : "";
        return StoreCells.updates(result, "batch of " + StoreCells.text(StoreCells.number(result, "batch")) + sizes);
    }
}
