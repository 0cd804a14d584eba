package io.github.profileengine.benchmark;

/**
 * One figure of a table.
 *
 * @param row the implementation
 * @param column the size or the operation
 * @param value the figure, less is better, in the section's unit; NaN if its row failed
 * @param error half the 99.9 % confidence interval, or NaN if unknown
 * @param bytes bytes allocated per operation, or NaN if unknown
 */
public record Cell(String row, String column, double value, double error, double bytes) {
    /** A figure that is missing because its row failed. */
    static Cell failed(String row, String column) {
        return new Cell(row, column, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Whether the figure is missing. */
    boolean isFailed() {
        return Double.isNaN(value);
    }
}
