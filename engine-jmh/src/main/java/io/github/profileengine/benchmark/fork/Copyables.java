package io.github.profileengine.benchmark.fork;

import io.github.profileengine.store.StoreKind;
import java.util.function.Supplier;

/** The implementations to compare. A benchmark runs one of them per JVM, so that no call site sees two. */
public enum Copyables {
    FORK("`engine.fork()`, packed store (ours)", () -> new EngineCopyable(StoreKind.PACKED, true)),
    SNAPSHOT("`engine.snapshot()`, packed store (ours)", () -> new EngineCopyable(StoreKind.PACKED, false)),
    PLAIN_FORK("`engine.fork()`, plain store (ours)", () -> new EngineCopyable(StoreKind.PLAIN, true)),
    CONCURRENT_MAP("`new ConcurrentHashMap<>(map)` of the same profiles", ConcurrentMapCopyable::new),
    MUTABLE_MAPS("`HashMap` of mutable `HashMap`s, all copied", MutableMapCopyable::new);

    private final String label;
    private final Supplier<Copyable> supplier;

    Copyables(String label, Supplier<Copyable> supplier) {
        this.label = label;
        this.supplier = supplier;
    }

    /** The row's name in a table. */
    String label() {
        return label;
    }

    /** Creates an empty one. */
    Copyable create() {
        return supplier.get();
    }
}
