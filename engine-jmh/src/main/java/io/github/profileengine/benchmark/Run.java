package io.github.profileengine.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Benchmarks to run: those whose class and method match, for every combination of the parameters.
 *
 * @param include a regular expression for {@code package.Class.method}
 * @param parameters values by parameter name; a parameter not named takes all its values
 * @param threads how many threads run the benchmark at once
 * @param flags the arguments of the JVM besides the size of its heap, such as the collector
 * @param java the program to start; empty if the run asks for none
 * @param effort how long to measure; empty for the effort of the section
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

    /** The same run with this number of threads. */
    public Run threads(int count) {
        return new Run(include, parameters, count, flags, java, effort);
    }

    /** The same run in a JVM with other flags and, if one is given, of another program. */
    public Run in(Optional<String> otherJava, List<String> otherFlags) {
        return new Run(include, parameters, threads, otherFlags, otherJava, effort);
    }

    /** The same run with another effort. */
    public Run lasting(Effort other) {
        return new Run(include, parameters, threads, flags, java, Optional.of(other));
    }
}
