package io.github.profileengine.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Benchmarks to run: those whose class and method match, for every combination of the parameters.
 *
 * @param include a regular expression on {@code package.Class.method}
 * @param parameters values by parameter name; a parameter not named takes all its values
 * @param threads how many run at once
 * @param flags what the JVM is started with besides the size of its heap: the collector
 * @param java the program that is started; empty for the one that runs the table
 * @param effort how long; empty as long as the section
 */
public record Run(
        String include,
        Map<String, String[]> parameters,
        int threads,
        List<String> flags,
        Optional<String> java,
        Optional<Effort> effort) {
    private static final List<String> COLLECTOR = List.of("-XX:+UseG1GC");

    /** One thread, G1, the section's effort. */
    public Run(String include, Map<String, String[]> parameters) {
        this(include, parameters, 1, COLLECTOR, Optional.empty(), Optional.empty());
    }

    /** The same with so many threads. */
    public Run threads(int count) {
        return new Run(include, parameters, count, flags, java, effort);
    }

    /** The same in a JVM with other flags, and of another program if there is one. */
    public Run in(Optional<String> otherJava, List<String> otherFlags) {
        return new Run(include, parameters, threads, otherFlags, otherJava, effort);
    }

    /** The same for longer or shorter. */
    public Run lasting(Effort other) {
        return new Run(include, parameters, threads, flags, java, Optional.of(other));
    }
}
