package io.github.profileengine.benchmark;

import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.wire.InvalidJsonException;
import io.github.profileengine.wire.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finished rows in a file, one JSON object a line, so that a run that was ended goes on where it was. What a row was
 * measured under is its key: other code, JVM, machine or effort is another row. A row that failed is in the file, for
 * whoever reads it, and not finished.
 */
final class Results {
    private final Path file;
    private final Map<String, Kept> rows = new HashMap<>();

    /**
     * Opens a file, which need not exist.
     *
     * @param fresh whether what it holds is thrown away
     */
    Results(Path file, boolean fresh) {
        this.file = file;
        try {
            if (fresh) {
                Files.deleteIfExists(file);
            }
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(this::read);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }

    /** The row that was measured under exactly this. */
    Optional<Kept> of(Map<String, String> key) {
        return Optional.ofNullable(rows.get(CanonicalText.of(key)));
    }

    /** Keeps a row, in the file as well. */
    Kept keep(Map<String, String> key, List<Cell> cells) {
        Kept kept = new Kept(List.copyOf(cells), Instant.now(), Conditions.load());
        rows.put(CanonicalText.of(key), kept);
        List<Object> written = new ArrayList<>();
        cells.forEach(cell -> written.add(written(cell)));
        append(CanonicalText.of(
                Map.of("key", key, "cells", written, "when", kept.when().toString(), "load", kept.load())));
        return kept;
    }

    /** Keeps, in the file only, that a row failed: the next program measures it again. */
    void keepFailure(Map<String, String> key, String reason) {
        append(CanonicalText.of(
                Map.of("key", key, "failed", reason, "when", Instant.now().toString(), "load", Conditions.load())));
    }

    // The line feed comes first, in case the last run was ended in the middle of a line.
    private void append(String line) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.writeString(
                    file, '\n' + line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }

    private void read(String line) {
        try {
            if (!line.isEmpty() && JsonText.read(line) instanceof Map<?, ?> kept && !kept.containsKey("failed")) {
                rows.put(CanonicalText.of((Map<?, ?>) required(kept, "key")), kept(kept));
            }
        } catch (InvalidJsonException cut) {
            System.err.println(file + ": a row that was not written to its end is measured again");
        }
    }

    private static Kept kept(Map<?, ?> line) {
        List<Cell> cells = new ArrayList<>();
        for (Object cell : (List<?>) required(line, "cells")) {
            cells.add(cell((Map<?, ?>) Objects.requireNonNull(cell)));
        }
        return new Kept(cells, Instant.parse((String) required(line, "when")), number(line.get("load")));
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
                (String) required(fields, "row"),
                (String) required(fields, "column"),
                number(fields.get("value")),
                number(fields.get("error")),
                number(fields.get("bytes")));
    }

    private static Object required(Map<?, ?> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /**
     * A finished row.
     *
     * @param cells what it adds to the table
     * @param when it was finished
     * @param load the machine's load average then
     */
    record Kept(List<Cell> cells, Instant when, double load) {}
}
