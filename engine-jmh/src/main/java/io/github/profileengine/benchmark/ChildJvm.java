package io.github.profileengine.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a program of this class path in a JVM of its own, so that it is measured alone. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * Returns what the program prints to standard output, line by line. Its standard error goes to ours. If this JVM is
     * told to end, the program ends, too.
     *
     * @throws IllegalStateException if it fails
     */
    public static List<String> lines(List<String> jvmArguments, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmArguments);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Otherwise it would go on after us, and disturb what is measured next.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end of " + program.getSimpleName()));
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(program.getSimpleName() + " ended with " + code + ": " + lines);
        }
        return lines;
    }

    /** The arguments of a JVM with a fixed heap of 4 GiB, touched at the start, and G1. */
    public static List<String> largeHeap() {
        return List.of("-Xms4g", "-Xmx4g", "-XX:+UseG1GC", "-XX:+AlwaysPreTouch", "-XX:-UsePerfData");
    }
}
