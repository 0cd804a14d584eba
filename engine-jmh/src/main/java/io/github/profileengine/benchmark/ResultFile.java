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
 * Finished work in a file, one JSON object per line, so that an interrupted run can continue. The key of a piece of
 * work is everything that it was measured under: with other code, JVM, machine or effort, it is another piece of work.
 * Failures are in the file too, for people who read it, but they do not count as finished.
 */
final class ResultFile {
    private final Path file;
    private final Map<String, Finished> finished = new HashMap<>();

    /**
     * Opens a file, which need not exist.
     *
     * @param fresh whether to delete the file first
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

    /** The work that was finished under exactly this key. */
    Optional<Finished> of(Map<String, String> key) {
        return Optional.ofNullable(finished.get(CanonicalText.of(key)));
    }

    /** Keeps the result of work that is finished now, in memory and in the file. */
    Finished keep(Map<String, String> key, String name, Object content) {
        Finished now = new Finished(Map.of(name, content), Moment.now());
        finished.put(CanonicalText.of(key), now);
        append(key, name, content, now.moment());
        return now;
    }

    /** Records in the file why work failed, but does not keep it as finished: the next program measures it again. */
    void keepFailure(Map<String, String> key, String reason) {
        append(key, "failed", reason, Moment.now());
    }

    // The line feed comes first, in case the last run ended in the middle of a line.
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

    /** The number in a field; NaN if it is not a number. */
    static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /**
     * Finished work.
     *
     * @param fields its results by name
     * @param moment when it was finished
     */
    record Finished(Map<?, ?> fields, Moment moment) {
        /** One of the fields. */
        Object content(String name) {
            return required(fields, name);
        }
    }

    /**
     * When work was finished.
     *
     * @param load the load average of the machine at that time
     */
    record Moment(Instant when, double load) {
        private static Moment now() {
            return new Moment(Instant.now(), Conditions.load());
        }
    }
}
