package io.github.profileengine.benchmark.apply;

import io.github.profileengine.store.StoreKind;
import java.util.function.Supplier;

/** The implementations to compare. A benchmark runs one of them per JVM, so that no call site sees two. */
public enum Foldings {
    ENGINE("streaming reader + `ProfileEngine`, one thread (ours)", EngineFolding::new),
    READ_AHEAD(
            "streaming reader ahead on other threads + `ProfileEngine` (ours, as the command does)", StoreKind.PACKED),
    PLAIN("the same on the plain store", StoreKind.PLAIN),
    MUTABLE("Jackson tree + `ConcurrentHashMap` of mutable `HashMap`s", () -> new PeerFolding(MonitorStore::new)),
    COPYING("Jackson tree + `ConcurrentHashMap` of copied `HashMap`s", () -> new PeerFolding(CopyingStore::new));

    private final String label;
    private final Supplier<Folding> supplier;

    Foldings(String label, Supplier<Folding> supplier) {
        this.label = label;
        this.supplier = supplier;
    }

    Foldings(String label, StoreKind kind) {
        this(label, () -> new ReadAheadFolding(kind));
    }

    /** The row's name in a table. */
    public String label() {
        return label;
    }

    Folding create() {
        return supplier.get();
    }
}
