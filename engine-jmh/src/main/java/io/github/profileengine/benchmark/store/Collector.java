package io.github.profileengine.benchmark.store;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/** A collector of the JVM that measures. Its flags come from the harness; the benchmark sees that they took effect. */
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

    /** As a table names it. */
    String label() {
        return label;
    }

    /** What a JVM is started with. */
    List<String> flags() {
        return flags;
    }

    /** Fails in a JVM that runs otherwise. */
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
