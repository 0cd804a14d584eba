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
    public static String text(List<String> jvmArguments, Instant start, double loadBefore) {
        Runtime runtime = Runtime.getRuntime();
        return """
                | Conditions | |
                |---|---|
                | JDK | %s %s (%s) |
                | machine | %s, %d processors, %s %s |
                | JVM | `%s`, one implementation per JVM |
                | when | %s, %d s in all |
                | load average | %.2f before, %.2f after (a quiet machine: 0 before, about 1 after) |
                """.formatted(
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("java.vendor"),
                        processor(),
                        runtime.availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        String.join(" ", jvmArguments),
                        start.truncatedTo(ChronoUnit.SECONDS),
                        Duration.between(start, Instant.now()).toSeconds(),
                        loadBefore,
                        load());
    }

    /** How busy the machine is. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
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
