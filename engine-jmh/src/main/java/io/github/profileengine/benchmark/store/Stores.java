package io.github.profileengine.benchmark.store;

import io.github.profileengine.store.StoreKind;
import java.util.function.Supplier;

/** The implementations side by side. A benchmark runs one of them per JVM, so that no call site sees two. */
public enum Stores {
    ENGINE("`ProfileEngine` (ours)", EngineStore::new),
    PACKED("`ProfileEngine`, packed store (ours)", () -> new EngineStore(builder -> builder.store(StoreKind.PACKED))),
    COMPUTE("`ConcurrentHashMap.compute` with our `Profile`", ComputingStore::new),
    COPYING("`ConcurrentHashMap` of copied `HashMap`s (naive)", CopyingStore::new);

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

    /** An empty one. */
    public Store create() {
        return supplier.get();
    }
}
