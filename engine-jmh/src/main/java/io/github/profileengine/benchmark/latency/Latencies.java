package io.github.profileengine.benchmark.latency;

import io.github.profileengine.benchmark.Cell;
import java.util.List;

/**
 * What came of one store under one load.
 *
 * @param batch updates in a batch
 * @param load which one
 * @param peak batches a second of which the load is half
 * @param half of batches no slower than this, in nanoseconds
 * @param most of a hundred, 99
 * @param nearlyAll of a thousand, 999
 * @param slowest the slowest
 */
record Latencies(int batch, String load, double peak, long half, long most, long nearlyAll, long slowest) {
    private static final double MICRO = 1_000;

    /** As one line, for another JVM. */
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
