package io.github.profileengine.benchmark.store;

import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Section;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;

/** The table of profiles with other numbers of properties, and with long texts. */
public final class ShapeTable {
    // Maps of two hundred properties leave no room for more profiles in the heap of the other tables.
    private static final int PROFILES = 100_000;
    private static final Mix[] COLUMNS = {Mix.FOUR, Mix.SET, Mix.FORTY, Mix.TWO_HUNDRED, Mix.LONG_TEXTS};

    private ShapeTable() {}

    /** Checks that all implementations agree, then returns the table. */
    public static List<Section> sections() {
        StoreCells.check(Stores.CORE, COLUMNS);
        Map<String, String[]> parameters =
                Map.of("mix", StoreCells.of((Object[]) COLUMNS), "profiles", StoreCells.of(PROFILES));
        return List.of(new Section(
                "One `$set` of one property, " + StoreCells.text(PROFILES)
                        + " profiles, batches of 2,000, ns per update (bytes allocated), ratio to ours",
                "Profiles drawn evenly, one thread; two of the properties are the automatic times. `$set` is that of"
                        + " the other tables, of one of 12. Long texts have 300 to 3,000 units, in ten properties of"
                        + " 12, and each is set to one of another length; "
                        + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(
                        StoreCells.updating(Stores.CORE, parameters),
                        StoreCells.making(parameters).lasting(Efforts.MAKING)),
                MixTable::cells,
                List.of()));
    }
}
