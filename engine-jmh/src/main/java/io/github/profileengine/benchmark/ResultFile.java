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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is finished in a file, one JSON object a line, so that a run that was ended goes on where it was. What something
 * was measured under is its key: other code, JVM, machine or effort is something else. What failed is in the file, for
 * whoever reads it, and not finished.
 */
final class ResultFile {
    private final Path file;
    private final Map<String, Finished> finished = new HashMap<>();

    /**
     * Opens a file, which need not exist.
     *
     * @param fresh whether what it holds is thrown away
     */
    ResultFile(Path file, boolean fresh) {
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

    /** What was measured under exactly this. */
    Optional<Finished> of(Map<String, String> key) {
        return Optional.ofNullable(finished.get(CanonicalText.of(key)));
    }

    /** Keeps what is finished now, and in the file what came of it. */
    Finished keep(Map<String, String> key, String name, Object content) {
        Finished now = new Finished(Map.of(name, content), Moment.now());
        finished.put(CanonicalText.of(key), now);
        append(key, name, content, now.moment());
        return now;
    }

    /** Keeps, in the file only, why something failed: the next program measures it again. */
    void keepFailure(Map<String, String> key, String reason) {
        append(key, "failed", reason, Moment.now());
    }

    // The line feed comes first, in case the last run was ended in the middle of a line.
    private void append(Map<String, String> key, String name, Object content, Moment now) {
        Map<String, Object> line = new TreeMap<>(Map.of("key", key, name, content));
        line.put("when", now.when().toString());
        line.put("load", now.load());
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.writeString(
                    file,
                    '\n' + CanonicalText.of(line),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }

    private void read(String line) {
        try {
            if (!line.isEmpty() && JsonText.read(line) instanceof Map<?, ?> fields && !fields.containsKey("failed")) {
                finished.put(CanonicalText.of((Map<?, ?>) required(fields, "key")), finished(fields));
            }
        } catch (InvalidJsonException cut) {
            System.err.println(file + ": a row that was not written to its end is measured again");
        }
    }

    private static Finished finished(Map<?, ?> fields) {
        Instant when = Instant.parse((String) required(fields, "when"));
        return new Finished(fields, new Moment(when, number(fields.get("load"))));
    }

    /** A field that must be there. */
    static Object required(Map<?, ?> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    /** A field's number, or NaN. */
    static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /**
     * What is finished.
     *
     * @param fields what came of it, by name
     * @param moment when it was
     */
    record Finished(Map<?, ?> fields, Moment moment) {
        /** One of the fields. */
        Object content(String name) {
            return required(fields, name);
        }
    }

    /**
     * When something was finished.
     *
     * @param load the machine's load average then
     */
    record Moment(Instant when, double load) {
        private static Moment now() {
            return new Moment(Instant.now(), Conditions.load());
        }
    }
}
