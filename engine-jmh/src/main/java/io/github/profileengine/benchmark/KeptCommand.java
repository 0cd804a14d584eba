package io.github.profileengine.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a table without JMH.
 *
 * @param seconds the length of one measurement; 0 if it cannot be chosen
 * @param results the file that keeps finished work
 * @param fresh whether to measure everything again
 */
public record KeptCommand(int seconds, Path results, boolean fresh) {
    private static final int LONGEST = 3_600;

    /** Reads the command line as {@link CommandLine#orEnd} does. */
    public static KeptCommand orEnd(String[] arguments, Class<?> program, int usualSeconds) {
        String name = program.getSimpleName();
        String help = "usage: " + name + (usualSeconds == 0 ? "" : " [SECONDS]") + " [--results FILE] [--fresh]\n"
                + """

                Prints a table, and keeps what is finished: the same command again goes on from there.

                  --results FILE   where it is kept (default: %s)
                  --fresh          measures all of it again\
                """.formatted(file(name));
        return CommandLine.orEnd(arguments, help, () -> {
            KeptCommand command = of(name, usualSeconds, arguments);
            CommandLine.requireWritable(command.results);
            return command;
        });
    }

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static KeptCommand of(String name, int usualSeconds, String... arguments) {
        List<String> left = new ArrayList<>(List.of(arguments));
        boolean fresh = left.remove("--fresh");
        Path results = Path.of(CommandLine.value(left, "--results").orElse(file(name)));
        CommandLine.requireNoOption(left);
        int most = usualSeconds == 0 ? 0 : 1;
        if (left.size() > most) {
            throw new IllegalArgumentException(
                    (most == 0 ? "no argument" : "one argument at most") + ", not " + String.join(" ", left));
        }
        int seconds = left.isEmpty() ? usualSeconds : CommandLine.number("SECONDS", left.get(0), LONGEST);
        return new KeptCommand(seconds, results, fresh);
    }

    private static String file(String name) {
        return "target/benchmark-results/" + name + ".ndjson";
    }
}
