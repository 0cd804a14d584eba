package io.github.profileengine.benchmark.load;

import com.sun.management.OperatingSystemMXBean;
import io.github.profileengine.benchmark.Conditions;
import io.github.profileengine.benchmark.KeptCommand;
import io.github.profileengine.benchmark.KeptLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code LoadTable [SECONDS] [--results FILE] [--fresh]}: how many requests and updates per second go through the test
 * double, with client and server on one machine, compared with WireMock, which answers a constant.
 *
 * <p>Every server runs in a process of its own. It is measured for so many seconds (10 by default) after the same time
 * of warming up. The double applies every update; mock servers apply none. Finished rows are kept.
 */
public final class LoadTable {
    private static final int CONNECTIONS = 8;
    private static final int SECONDS = 10;

    private LoadTable() {}

    public static void main(String[] arguments) throws Exception {
        KeptCommand command = KeptCommand.orEnd(arguments, LoadTable.class, SECONDS);
        KeptLines lines = new KeptLines(command);
        Instant start = Instant.now();
        double load = Conditions.load();
        System.out.println("| | requests/s | updates/s |\n|---|--:|--:|");
        for (int size : new int[] {1, 2_000}) {
            row("double, " + size + " updates a request", "double", size, lines, command.seconds());
            row("WireMock, the same requests, applying nothing", "wiremock", size, lines, command.seconds());
        }
        System.out.println();
        System.out.println(Conditions.text(conditions(), lines, start, load));
    }

    private static void row(String name, String server, int size, KeptLines lines, int seconds)
            throws IOException, InterruptedException {
        List<String> what = List.of(server, Integer.toString(size), Integer.toString(seconds));
        List<String> found = lines.of(
                conditions(),
                LoadTable.class,
                what,
                () -> List.of(Double.toString(requestsPerSecond(server, size, seconds))));
        double requests = Double.parseDouble(found.get(0));
        System.out.printf(Locale.ROOT, "| %s | %,.0f | %,.0f |%n", name, requests, requests * size);
    }

    // The client runs in this JVM, with the options that it was given. Servers
    // have a default heap, which depends on the memory of the machine.
    private static List<String> conditions() {
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return List.of(
                options.isEmpty() ? "no options;" : String.join(" ", options) + ';', (memory >> 30) + " GiB of memory");
    }

    private static double requestsPerSecond(String server, int size, int seconds)
            throws IOException, InterruptedException {
        List<LoadBodies> bodies = new ArrayList<>();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            bodies.add(new LoadBodies(size, connection));
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadServer.class.getName(),
                        server)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int port = Integer.parseInt(out.readLine());
            // The bodies continue where they were, so nothing that is measured was already sent while warming up.
            run(port, bodies, seconds);
            return run(port, bodies, seconds);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** Returns the requests per second. */
    private static double run(int port, List<LoadBodies> bodies, int seconds) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<Long>> counts = new ArrayList<>();
            for (LoadBodies own : bodies) {
                counts.add(threads.submit(() -> send(port, own, end)));
            }
            long sent = 0;
            for (Future<Long> count : counts) {
                sent += count.get();
            }
            return sent * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException failed) {
            throw new IOException("a connection failed", failed.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private static long send(int port, LoadBodies bodies, long end) throws IOException {
        try (LoadClient client = new LoadClient(port)) {
            long sent = 0;
            while (System.nanoTime() < end) {
                client.post(bodies.next());
                sent++;
            }
            return sent;
        }
    }
}
