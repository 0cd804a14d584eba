package io.github.profileengine.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Runs {@code serve} as a process of its own, because it ends by signals. */
final class ServeProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    // Signals are numbered from 1, and SIGINT is the second.
    private static final long SIGINT_BIT = 0b10;

    private final Process process;
    private final BufferedReader out;

    private ServeProcess(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static ServeProcess start(String... options) throws IOException {
        return start(Map.of(), options);
    }

    /** Starts it with additional environment variables. */
    static ServeProcess start(Map<String, String> variables, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ProfileEngineCommand.class.getName(),
                "serve"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        return new ServeProcess(builder.start());
    }

    /** The address that the first line names; it is printed once connections are accepted. */
    URI uri() throws Exception {
        String line = inTime(out::readLine);
        if (line == null) {
            throw new IllegalStateException("the process ended and printed only: " + errors());
        }
        return URI.create(line.replaceFirst(".* at (\\S+) until.*", "$1"));
    }

    /** The next line printed that begins so; null if there is none. */
    String lineWith(String begin) throws Exception {
        return inTime(() -> {
            String line = out.readLine();
            while (line != null && !line.startsWith(begin)) {
                line = out.readLine();
            }
            return line;
        });
    }

    String errors() throws Exception {
        return new String(inTime(process.getErrorStream()::readAllBytes), StandardCharsets.UTF_8);
    }

    /** Waits for the next line of errors. What comes after that line may be lost. */
    String errorLine() throws Exception {
        return inTime(process.errorReader(StandardCharsets.UTF_8)::readLine);
    }

    /** Returns the result of a read. A read that gets nothing fails its test, and does not hold up the build. */
    static <T> T inTime(Callable<T> read) throws Exception {
        FutureTask<T> reading = new FutureTask<>(read);
        Thread thread = new Thread(reading, "reading");
        thread.setDaemon(true);
        thread.start();
        return reading.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether the system shows what threads wait for. */
    static boolean showsWaits() throws IOException {
        return isAnyWaiting("self", function -> !function.isEmpty() && !function.equals("0"));
    }

    /** Waits until a thread of the process waits for somebody to read a pipe. */
    void awaitPipe() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!isAnyWaiting(Long.toString(process.pid()), ServeProcess::isForAReader)) {
            if (!process.isAlive() || System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("the process opens no pipe");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    // The functions of Linux that open a pipe.
    private static boolean isForAReader(String function) {
        return function.startsWith("wait_for_partner") || function.startsWith("fifo_open");
    }

    private static boolean isAnyWaiting(String id, Predicate<String> condition) throws IOException {
        Path threads = Path.of("/proc", id, "task");
        if (!Files.isDirectory(threads)) {
            return false;
        }
        try (Stream<Path> found = Files.list(threads)) {
            return found.map(ServeProcess::waitsFor).anyMatch(condition);
        }
    }

    /** The system function in which a thread waits; empty once the thread is gone. */
    private static String waitsFor(Path thread) {
        try {
            return Files.readString(thread.resolve("wchan"));
        } catch (IOException gone) {
            return "";
        }
    }

    /** Sends a signal, such as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Whether processes started here ignore SIGINT, as all background processes of a shell without job control do. */
    static boolean wouldIgnoreInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT_BIT) != 0);
        }
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process does not end");
        }
        return process.exitValue();
    }

    static String post(HttpClient client, URI uri, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
