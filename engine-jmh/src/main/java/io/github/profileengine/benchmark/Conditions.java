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
import java.util.stream.Collectors;

/** Where and how figures were taken. Without these conditions, figures mean nothing. */
public final class Conditions {
    private Conditions() {}

    /** The conditions as a Markdown table; {@code start} and {@code loadBefore} are from the beginning of the run. */
    public static String text(List<String> jvmArguments, KeptLines lines, Instant start, double loadBefore) {
        String jvm = jvm(Jvm.current());
        String variables = lines.variables().condition();
        return text(jvm, String.join(" ", jvmArguments), variables, lines.progress(), start, loadBefore);
    }

    /** The conditions under which the rows of some tables were measured. */
    static String text(
            Request request,
            List<List<RowResult>> tables,
            JvmVariables variables,
            Progress progress,
            Instant start,
            double loadBefore) {
        String jdks = tables.stream()
                .flatMap(List::stream)
                .map(row -> jvm(request.jvm(row.run())))
                .distinct()
                .collect(Collectors.joining("; "));
        String flags = FurtherFlags.text(tables);
        return text(
                jdks,
                String.join(" ", request.subject().jvmArguments()),
                (flags.isEmpty() ? "" : "| further flags | " + flags + " |\n") + variables.condition(),
                progress,
                start,
                loadBefore);
    }

    private static String jvm(Jvm jvm) {
        return jvm.version() + " (" + jvm.build() + ")";
    }

    private static String text(
            String jdks, String jvmArguments, String further, Progress rows, Instant start, double loadBefore) {
        return """
                | Conditions | |
                |---|---|
                | JDK | %s |
                | machine | %s |
                | JVM | `%s`, G1 where nothing else is said, one implementation per JVM |
                %s\
                | when | %s, %d s in all |
                | rows | %s |
                | load average | %.2f before, %.2f after (a quiet machine: 0 before, about 1 after) |
                """.formatted(
                        jdks,
                        machine(),
                        jvmArguments,
                        further,
                        start.truncatedTo(ChronoUnit.SECONDS),
                        Duration.between(start, Instant.now()).toSeconds(),
                        rows,
                        loadBefore,
                        load());
    }

    /** The load average of the machine. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** The processor, the number of processors, and the operating system. */
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
