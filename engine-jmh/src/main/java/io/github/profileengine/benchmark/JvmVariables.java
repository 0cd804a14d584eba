package io.github.profileengine.benchmark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The environment variables that add options to every JVM that is started. Children inherit them, so figures depend on
 * them as they do on the options that are given.
 *
 * @param set the values of those that are set, by name
 */
record JvmVariables(SortedMap<String, String> set) {
    private static final List<String> NAMES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** Those of this program and of its children. */
    static JvmVariables ofThis() {
        return of(System.getenv());
    }

    /** Those of an environment. */
    static JvmVariables of(Map<String, String> environment) {
        SortedMap<String, String> set = new TreeMap<>(environment);
        set.keySet().retainAll(NAMES);
        return new JvmVariables(set);
    }

    /** Adds those that are set to what a kept row depends on. */
    void addTo(Map<String, String> key) {
        set.forEach((name, value) -> key.put("environment " + name, value));
    }

    /** A row of the conditions; empty if none is set. */
    String condition() {
        return set.isEmpty()
                ? ""
                : set.entrySet().stream()
                        .map(one -> '`' + one.getKey() + '=' + one.getValue() + '`')
                        .collect(Collectors.joining(", ", "| environment | ", " |\n"));
    }
}
