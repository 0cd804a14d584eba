package io.github.profileengine.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.zip.GZIPOutputStream;

/** One run of the tool inside this process: its exit code and its output. */
record ToolRun(int code, String out, String err) {

    /** A record that sets property {@code n} of user {@code id}. */
    static String setting(String id, int n) {
        return "{\"$token\":\"t\",\"$distinct_id\":\"" + id + "\",\"$set\":{\"n\":" + n + "}}";
    }

    /** How {@code --no-automatic} prints the profile of {@link #setting}. */
    static String printed(String id, int n) {
        return "{\"$token\":\"t\",\"$distinct_id\":\"" + id + "\",\"$properties\":{\"n\":" + n + "}}\n";
    }

    /** The line of {@link #printed}, without its line break. */
    static String record(String id, int n) {
        return printed(id, n).strip();
    }

    /** Records, one a line. */
    static String lines(String... records) {
        return String.join("\n", records);
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Runs the tool with nothing on standard input. */
    static ToolRun of(Object... arguments) {
        return on("").run(arguments);
    }

    static Streams on(String standardInput) {
        return new Streams().in(standardInput.getBytes(StandardCharsets.UTF_8));
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    /** The streams of a run that is about to start. */
    static final class Streams {

        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = new ByteArrayOutputStream();
        private boolean terminal;
        private boolean terminalOut;
        private boolean together;
        private LongSupplier nanoTime = () -> 0;

        Streams in(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
            return this;
        }

        Streams in(InputStream stream) {
            in = stream;
            return this;
        }

        Streams out(OutputStream stream) {
            out = stream;
            return this;
        }

        /** Makes standard error a terminal, and moves the clock on by so much each time it is read. */
        Streams terminal(long nanosPerLook) {
            terminal = true;
            nanoTime = new LongSupplier() {
                private long now;

                @Override
                public long getAsLong() {
                    now += nanosPerLook;
                    return now;
                }
            };
            return this;
        }

        /** Makes standard output a terminal too. */
        Streams terminalOut() {
            terminalOut = true;
            return this;
        }

        /** Sends standard output to where standard error goes. */
        Streams together() {
            together = true;
            return this;
        }

        Streams clock(LongSupplier clock) {
            nanoTime = clock;
            return this;
        }

        ToolRun run(Object... arguments) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            String[] texts = new String[arguments.length];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = arguments[i].toString();
            }
            StandardStreams streams =
                    new StandardStreams(in, together ? err : out, err, terminal, terminalOut, nanoTime);
            int code = ProfileEngineCommand.run(streams, texts);
            String printed = out instanceof ByteArrayOutputStream bytes ? bytes.toString(StandardCharsets.UTF_8) : "";
            return new ToolRun(code, printed, err.toString(StandardCharsets.UTF_8));
        }
    }
}
