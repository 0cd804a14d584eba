package io.github.profileengine.benchmark.store;

import io.github.profileengine.store.StoreKind;
import java.util.List;
import java.util.function.Supplier;

/** The implementations to compare. A benchmark runs one of them per JVM, so that no call site sees two. */
public enum Stores {
    PACKED("`ProfileEngine`, packed store (ours)", () -> new EngineStore(StoreKind.PACKED)),
    PLAIN("`ProfileEngine`, plain store (ours)", () -> new EngineStore(StoreKind.PLAIN)),
    COMPUTE("`ConcurrentHashMap.compute` with our `Profile`", ComputingStore::new),
    MONITOR("`ConcurrentHashMap` of mutable `HashMap`s under their monitors", MonitorStore::new),
    COPYING("`ConcurrentHashMap` of copied `HashMap`s (naive)", CopyingStore::new),
    ECLIPSE("Eclipse `ConcurrentHashMap.updateValueWith` with our `Profile`", EclipseStore::new),
    CAFFEINE("Caffeine `asMap().compute` with our `Profile`", CaffeineStore::new),
    MV_STORE("H2 `MVMap.operate`, copied `HashMap`s", MvStore::new),
    HAZELCAST("Hazelcast `IMap.executeOnKeys`, `HashMap`s", HazelcastStore::new),
    MONGO("mongo-java-server in memory, bulk writes by the driver", MongoStore::new);

    /** Ours, and what somebody would write with the JDK alone or with the JDK and our profiles. */
    static final List<Stores> CORE = List.of(PACKED, PLAIN, COMPUTE, MONITOR, COPYING);

    private final String label;
    private final Supplier<Store> supplier;

    Stores(String label, Supplier<Store> supplier) {
        this.label = label;
        this.supplier = supplier;
    }

    /** The row's name in a table. */
    public String label() {
        return label;
    }

    /** Creates an empty one. */
    public Store create() {
        return supplier.get();
    }

    /** The names of some stores, as a benchmark's parameter takes them. */
    static String[] names(List<Stores> stores) {
        return stores.stream().map(Stores::name).toArray(String[]::new);
    }

    /** Whether its operators can do all that a mix asks for. */
    boolean takes(Mix mix) {
        return this != MONGO || mix != Mix.SAMPLE;
    }
}
