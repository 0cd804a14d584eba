package io.github.profileengine.benchmark;

import java.util.Map;

/**
 * Benchmarks to run: those whose class and method match, for every combination of the parameters.
 *
 * @param include a regular expression on {@code package.Class.method}
 * @param parameters values by parameter name; a parameter not named takes all its values
 */
public record Run(String include, Map<String, String[]> parameters) {}
