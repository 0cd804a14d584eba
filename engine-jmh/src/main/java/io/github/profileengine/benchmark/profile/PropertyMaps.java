package io.github.profileengine.benchmark.profile;

import java.util.function.Supplier;

/** The implementations to compare. A benchmark loads one of them per JVM, so that no call site sees two. */
public enum PropertyMaps {
    PROFILE("`Profile` (ours)", OwnProfile::new),
    COPIED_HASH_MAP("`HashMap` copied (naive)", CopiedHashMap::new),
    ECLIPSE_IMMUTABLE_MAP("Eclipse `ImmutableMap`", EclipseImmutableMap::new),
    VAVR_HASH_MAP("Vavr `HashMap`", VavrHashMap::new),
    SCALA_MAP("Scala `Map` (CHAMP from 5 on)", ScalaMap::new),
    SCALA_VECTOR_MAP("Scala `VectorMap`", ScalaVectorMap::new),
    MONITORED_HASH_MAP("mutable `HashMap` under its monitor", MonitoredHashMap::new);

    private final String label;
    private final Supplier<PropertyMap<?>> supplier;

    PropertyMaps(String label, Supplier<PropertyMap<?>> supplier) {
        this.label = label;
        this.supplier = supplier;
    }

    /** The row's name in a table. */
    public String label() {
        return label;
    }

    /** Whether a change leaves older versions unchanged. */
    boolean immutable() {
        return this != MONITORED_HASH_MAP;
    }

    @SuppressWarnings("unchecked") // a benchmark hands an implementation only maps that it made
    PropertyMap<Object> create() {
        return (PropertyMap<Object>) supplier.get();
    }
}
