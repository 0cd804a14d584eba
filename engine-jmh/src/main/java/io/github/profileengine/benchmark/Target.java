package io.github.profileengine.benchmark;

import java.util.List;

/**
 * A ratio to reach: in the column, the best of the rows must take at least so many times what the base row takes.
 *
 * @param text what is asked for
 * @param base the row compared, ours
 * @param rows the rows compared with; the least of them counts
 * @param column where
 * @param atLeast the ratio
 */
public record Target(String text, String base, List<String> rows, String column, double atLeast) {}
