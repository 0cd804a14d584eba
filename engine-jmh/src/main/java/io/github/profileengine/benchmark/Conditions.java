package io.github.profileengine.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Where and how figures were taken: without it they mean nothing. */
public final class Conditions {
    private Conditions() {}

    /** A Markdown table of them; {@code start} and {@code loadBefore} are of the beginning. */
    public static String text(List<String> jvmArguments, KeptLines lines, Instant start, double loadBefore) {
        return text(Jvm.current(), String.join(" ", jvmArguments), lines.progress(), start, loadBefore);
    }

    static String text(Request request, Measured measured, Instant start, double loadBefore) {
        return text(
                request.java().map(Jvm::of).orElseGet(Jvm::current),
                String.join(" ", request.subject().jvmArguments()),
                measured.progress(),
                start,
                loadBefore);
    }

    private static String text(Jvm jvm, String jvmArguments, Progress rows, Instant start, double loadBefore) {
        return """
                | Conditions | |
                |---|---|
                | JDK | %s (%s) |
                | machine | %s |
                | JVM | `%s`, G1 where nothing else is said, one implementation per JVM |
                | when | %s, %d s in all |
                | rows | %s |
                | load average | %.2f before, %.2f after (a quiet machine: 0 before, about 1 after) |
                """.formatted(
                        jvm.version(),
                        jvm.build(),
                        machine(),
                        jvmArguments,
                        start.truncatedTo(ChronoUnit.SECONDS),
                        Duration.between(start, Instant.now()).toSeconds(),
                        rows,
                        loadBefore,
                        load());
    }

    /** How busy the machine is. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The processor, how many, and the system. */
    static String machine() {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name") + ' ' + System.getProperty("os.arch");
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException elsewhere) {
            return "unknown processor";
        }
    }
}
