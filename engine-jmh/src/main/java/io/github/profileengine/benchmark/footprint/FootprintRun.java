package io.github.profileengine.benchmark.footprint;

import io.github.profileengine.benchmark.store.EngineStore;
import io.github.profileengine.benchmark.store.Store;
import io.github.profileengine.benchmark.store.Stores;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Locale;

/** Measures one store in a JVM of its own. {@link FootprintReport} starts it and copies the row that it prints. */
final class FootprintRun {
    private FootprintRun() {}

    /** Arguments: the store, and how many properties its profiles have. */
    public static void main(String[] arguments) {
        Stores kind = Stores.valueOf(arguments[0]);
        Crowd crowd = new Crowd(Integer.parseInt(arguments[1]));
        long before = usedBytes();
        Store store = kind.create();
        crowd.fill(store);
        try {
            double measured = (double) (usedBytes() - before) / crowd.profiles();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %,.1f | %s |%n",
                    arguments[1],
                    kind.label(),
                    Parts.of(kind, store, crowd).cells(),
                    measured,
                    told(store, crowd));
        } finally {
            Reference.reachabilityFence(store);
        }
    }

    private static String told(Store store, Crowd crowd) {
        return store instanceof EngineStore ours
                ? String.format(
                        Locale.ROOT, "%,.1f", (double) ours.engine().stats().heapBytes() / crowd.profiles())
                : "";
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
