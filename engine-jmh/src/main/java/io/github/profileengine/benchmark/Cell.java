package io.github.profileengine.benchmark;

/**
 * One figure of a table.
 *
 * @param row the implementation
 * @param column the size or the operation
 * @param value the figure, less is better, in the section's unit
 * @param error half the 99.9 % confidence interval, or NaN if unknown
 * @param bytes bytes allocated per operation, or NaN if unknown
 */
public record Cell(String row, String column, double value, double error, double bytes) {}
