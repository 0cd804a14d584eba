package io.github.profileengine.benchmark.store;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** A collector of the JVM that measures. The harness passes its flags; the benchmark checks that they took effect. */
public enum Collector {
    G1("G1", "G1", "-XX:+UseG1GC"),
    PARALLEL("ParallelGC", "PS ", "-XX:+UseParallelGC"),
    ZGC("ZGC", "ZGC", "-XX:+UseZGC"),
    COMPACT_HEADERS("G1, compact headers", "G1", "-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders");

    private final String label;
    private final String bean;
    private final List<String> flags;

    Collector(String label, String bean, String... flags) {
        this.label = label;
        this.bean = bean;
        this.flags = List.of(flags);
    }

    /** The name of the collector in a table. */
    String label() {
        return label;
    }

    /** The flags with which a JVM is started. */
    List<String> flags() {
        return flags;
    }

    /** Fails in a JVM with another collector. */
    void requireRunning() {
        List<String> arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
        boolean collects = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .anyMatch(collector -> collector.getName().startsWith(bean));
        boolean allAsked = this != COMPACT_HEADERS || arguments.containsAll(flags);
        if (!collects || !allAsked) {
            throw new IllegalStateException(this + " is measured, and the JVM has " + arguments + " and "
                    + Arrays.toString(ManagementFactory.getGarbageCollectorMXBeans().stream()
                            .map(found -> found.getName())
                            .toArray()));
        }
    }
}
