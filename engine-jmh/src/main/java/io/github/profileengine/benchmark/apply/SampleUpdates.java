package io.github.profileengine.benchmark.apply;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The sample of real updates, which can be repeated under other ids. */
public final class SampleUpdates {
    private static final String FILE = "commits.ndjson.gz";
    private static final String ID = "\"$distinct_id\": \"";

    private SampleUpdates() {}

    /** The updates as they are in the file. */
    public static List<String> lines() {
        Path file = folder(Path.of("")).resolve(FILE);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("run from the project's root: no " + file, unreadable);
        }
    }

    /** The folder of the sample, for a program that runs in the project's root or in one of its modules. */
    public static Path folder(Path from) {
        Path here = from.resolve("samples");
        return Files.exists(here.resolve(FILE)) ? here : from.resolve("../samples");
    }

    /** NDJSON: the whole sample, then the whole sample again with {@code -1} appended to every id, and so on. */
    static byte[] repeated(List<String> lines, int copies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(lines, copies, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Writes what {@link #repeated} returns. */
    static void write(List<String> lines, int copies, OutputStream out) throws IOException {
        for (int copy = 0; copy < copies; copy++) {
            for (String line : lines) {
                int end = line.indexOf('"', line.indexOf(ID) + ID.length());
                String renamed = copy == 0 ? line : line.substring(0, end) + "-" + copy + line.substring(end);
                out.write(renamed.getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }
}
