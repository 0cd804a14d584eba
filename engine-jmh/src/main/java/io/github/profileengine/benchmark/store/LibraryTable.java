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
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;

/** The tables of libraries that keep maps in memory. */
public final class LibraryTable {
    private static final List<Stores> ALL =
            List.of(PACKED, COMPUTE, ECLIPSE, CAFFEINE, COPYING, MV_STORE, HAZELCAST, MONGO);
    private static final int PROFILES = 1_000_000;

    // Warming up takes so many fills that fills of a million profiles would not end in time.
    private static final List<Stores> FILLED = List.of(PACKED, COPYING, MV_STORE, HAZELCAST, MONGO);
    private static final int FEWER = 100_000;

    // The flags that Hazelcast asks for to work at its best; the
    // other stores of the table of updates are started with them too.
    static final List<String> FLAGS = List.of(
            "-XX:+UseG1GC",
            "--add-modules=java.se",
            "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens=java.management/sun.management=ALL-UNNAMED",
            "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

    private LibraryTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        StoreCells.check(ALL, Mix.SET);
        return List.of(updates(), filled());
    }

    private static Section updates() {
        return new Section(
                "One `$set` of one of 12 properties, " + StoreCells.text(PROFILES)
                        + " profiles, ns per update (bytes allocated), ratio to ours",
                "Profiles drawn evenly, batches of 2,000, one thread; what a library does on threads of its own is in"
                        + " the processor time; " + StoreCells.UPDATES,
                Efforts.UPDATES,
                List.of(GCProfiler.class, ProcessorTime.class),
                List.of(
                        started(ALL, StoreCells.updating(ALL, Map.of("profiles", StoreCells.of(PROFILES)))),
                        StoreCells.making(Map.of()).lasting(Efforts.MAKING)),
                result -> StoreCells.updates(result, ""),
                List.of());
    }

    /** A run with the flags that Hazelcast asks for, if it is one of the stores. */
    static Run started(List<Stores> stores, Run run) {
        return stores.contains(HAZELCAST) ? run.in(Optional.empty(), FLAGS) : run;
    }

    private static Section filled() {
        return FootprintTable.filled(FILLED, FEWER, List.of());
    }
}
