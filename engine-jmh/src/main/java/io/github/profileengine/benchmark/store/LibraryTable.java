package io.github.profileengine.benchmark.store;

import static io.github.profileengine.benchmark.store.Stores.CAFFEINE;
import static io.github.profileengine.benchmark.store.Stores.COMPUTE;
import static io.github.profileengine.benchmark.store.Stores.COPYING;
import static io.github.profileengine.benchmark.store.Stores.ECLIPSE;
import static io.github.profileengine.benchmark.store.Stores.HAZELCAST;
import static io.github.profileengine.benchmark.store.Stores.MONGO;
import static io.github.profileengine.benchmark.store.Stores.MV_STORE;
import static io.github.profileengine.benchmark.store.Stores.PACKED;

import io.github.profileengine.benchmark.ProcessorTime;
import io.github.profileengine.benchmark.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;

/** Libraries that keep maps in memory. */
public final class LibraryTable {
    private static final List<Stores> MAPS = List.of(PACKED, COMPUTE, ECLIPSE, CAFFEINE);
    private static final List<Stores> SLOWER = List.of(PACKED, COPYING, MV_STORE, HAZELCAST, MONGO);
    private static final int FEWER = 100_000;

    // What Hazelcast asks for to work at its best; the others are started with it as well.
    private static final List<String> FLAGS = List.of(
            "-XX:+UseG1GC",
            "--add-modules=java.se",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    private LibraryTable() {}

    /** Checks that all implementations agree, then names the tables. */
    public static List<Section> sections() {
        StoreCells.check(MAPS, Mix.values());
        StoreCells.check(SLOWER, Mix.values());
        return List.of(updates(MAPS, 1_000_000), updates(SLOWER, FEWER), filled(FEWER));
    }

    private static Section updates(List<Stores> stores, int profiles) {
        return new Section(
                "One `$set` of one of 12 properties, " + StoreCells.text(profiles)
                        + " profiles, ns per update (bytes allocated), ratio to ours",
                "Profiles drawn evenly, batches of 2,000, one thread; what a library does on threads of its own is in"
                        + " the processor time; " + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(StoreCells.updating(stores, Map.of("profiles", StoreCells.of(profiles)))
                        .in(Optional.empty(), FLAGS)),
                result -> StoreCells.updates(result, ""),
                List.of());
    }

    private static Section filled(int profiles) {
        return FootprintTable.filled(SLOWER, profiles, List.of());
    }
}
