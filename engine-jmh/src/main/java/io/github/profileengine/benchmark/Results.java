package io.github.profileengine.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Finished rows of tables, in a {@link ResultFile}. */
final class Results {
    private static final String CELLS = "cells";

    private final ResultFile file;

    /**
     * Opens a file, which need not exist.
     *
     * @param fresh whether to delete the file first
     */
    Results(Path file, boolean fresh) {
        this.file = new ResultFile(file, fresh);
    }

    /** The row that was finished under exactly this key. */
    Optional<Kept> of(Map<String, String> key) {
        return file.of(key).map(Results::kept);
    }

    /** Keeps a row, in memory and in the file. */
    Kept keep(Map<String, String> key, List<Cell> cells) {
        return kept(file.keep(key, CELLS, cells.stream().map(Results::written).toList()));
    }

    /** Records in the file why a row failed, but does not keep it as finished: the next program measures it again. */
    void keepFailure(Map<String, String> key, String reason) {
        file.keepFailure(key, reason);
    }

    private static Kept kept(ResultFile.Finished finished) {
        List<Cell> cells = new ArrayList<>();
        for (Object cell : (List<?>) finished.content(CELLS)) {
            cells.add(cell((Map<?, ?>) Objects.requireNonNull(cell)));
        }
        return new Kept(cells, finished.moment());
    }

    private static Map<String, Object> written(Cell cell) {
        Map<String, Object> fields = new TreeMap<>(Map.of("row", cell.row(), "column", cell.column()));
        put(fields, "value", cell.value());
        put(fields, "error", cell.error());
        put(fields, "bytes", cell.bytes());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, double value) {
        if (Double.isFinite(value)) {
            fields.put(name, value);
        }
    }

    private static Cell cell(Map<?, ?> fields) {
        return new Cell(
                (String) ResultFile.required(fields, "row"),
                (String) ResultFile.required(fields, "column"),
                ResultFile.number(fields.get("value")),
                ResultFile.number(fields.get("error")),
                ResultFile.number(fields.get("bytes")));
    }

    /**
     * A finished row.
     *
     * @param cells the cells that it adds to the table
     * @param moment when it was finished
     */
    record Kept(List<Cell> cells, ResultFile.Moment moment) {}
}
