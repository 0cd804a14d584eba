package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The tables of what is asked of the engine besides applying, and of the hash of all that it holds. */
public final class OptionTable {
    private OptionTable() {}

    /** Checks that the engine does the same work with each option, then returns the tables. */
    public static List<Section> sections() {
        for (EngineOption option : EngineOption.values()) {
            OptionCheck.check(option);
        }
        return List.of(options(), hashed());
    }

    private static Section options() {
        return new Section(
                "What is asked of the engine besides, ns per update (bytes allocated), ratio to nothing else",
                "1,000,000 profiles in a packed store, batches of 2,000; " + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(new Run(EngineOptionsBenchmark.class.getName(), Map.of())),
                OptionTable::optionCells,
                List.of());
    }

    private static List<Cell> optionCells(RunResult result) {
        String row = EngineOption.valueOf(result.getParams().getParam("option")).label();
        return StoreCells.wallAndProcessor(result, row, "", StoreCells.number(result, "batch"));
    }

    private static Section hashed() {
        return new Section(
                "`stateHash()`, ns per profile",
                "SHA-256 of every profile's canonical text, one thread.",
                Efforts.READS,
                List.of(),
                List.of(new Run(StateHashBenchmark.class.getName(), Map.of())),
                OptionTable::hashCells,
                List.of());
    }

    private static List<Cell> hashCells(RunResult result) {
        int profiles = StoreCells.number(result, "profiles");
        String row = result.getParams().getParam("kind").toLowerCase(Locale.ROOT) + " store";
        return List.of(Section.cell(result, row, StoreCells.text(profiles) + " profiles", profiles));
    }
}
