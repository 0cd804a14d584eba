package io.github.profileengine.benchmark.latency;

import io.github.profileengine.benchmark.Cell;
import java.util.List;

/**
 * The latencies of one store under one load.
 *
 * @param batch how many updates a batch has
 * @param load the name of the load
 * @param peak in batches per second; the load is half of it
 * @param half the median, in nanoseconds
 * @param most the 99th percentile
 * @param nearlyAll the 99.9th percentile
 * @param slowest the longest
 */
record Latencies(int batch, String load, double peak, long half, long most, long nearlyAll, long slowest) {
    private static final double MICRO = 1_000;

    /** The figures as one line, for another JVM. */
    String line() {
        return batch + " " + load + " " + peak + " " + half + " " + most + " " + nearlyAll + " " + slowest;
    }

    static Latencies of(String line) {
        String[] parts = line.split(" ", 7);
        return new Latencies(
                Integer.parseInt(parts[0]),
                parts[1],
                Double.parseDouble(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]),
                Long.parseLong(parts[6]));
    }

    List<Cell> cells(String row) {
        return List.of(
                cell(row, "batches/s", peak / 2),
                cell(row, "p50, µs", half / MICRO),
                cell(row, "p99, µs", most / MICRO),
                cell(row, "p99.9, µs", nearlyAll / MICRO),
                cell(row, "max, µs", slowest / MICRO));
    }

    private static Cell cell(String row, String column, double value) {
        return new Cell(row, column, value, Double.NaN, Double.NaN);
    }
}
