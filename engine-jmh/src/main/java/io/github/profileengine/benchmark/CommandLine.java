package io.github.profileengine.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the command lines of this module's programs, and reports those that make no sense. */
public final class CommandLine {
    private static final int WRONG = 2;

    private CommandLine() {}

    /**
     * What a command line asks for. If it asks for help, this prints the help and ends the program. If it makes no
     * sense, this prints why and ends the program with {@value #WRONG}.
     *
     * @param help the whole help text; its first line is the usage
     * @param read reads the command line; throws {@code IllegalArgumentException} with what is wrong
     */
    public static <T> T orEnd(String[] arguments, String help, Supplier<T> read) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(help);
            System.exit(0);
        }
        try {
            return read.get();
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(help.lines().findFirst().orElse(""));
            System.exit(WRONG);
            throw wrong;
        }
    }

    /** Removes an option and its value from the arguments and returns the value; empty if the option is not there. */
    static Optional<String> value(List<String> arguments, String option) {
        int at = arguments.indexOf(option);
        if (at < 0) {
            return Optional.empty();
        }
        arguments.remove(at);
        if (at == arguments.size()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return Optional.of(arguments.remove(at));
    }

    /**
     * Fails at an option that is left once all that are known were taken.
     *
     * @throws IllegalArgumentException if there is one
     */
    static void requireNoOption(List<String> left) {
        for (String argument : left) {
            if (argument.startsWith("--")) {
                throw new IllegalArgumentException("unknown option " + argument);
            }
        }
    }

    /**
     * Makes a file for results, and its folder, unless they are there. So nobody measures for minutes and then cannot
     * keep anything.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    static void requireWritable(Path results) {
        try {
            Files.createDirectories(
                    Objects.requireNonNull(results.toAbsolutePath().getParent()));
            Files.newOutputStream(results, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("--results: cannot write " + results + ": " + unwritable, unwritable);
        }
    }

    /** Reads a number from 1 to {@code most}. */
    static int number(String what, String text, int most) {
        if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(what + ": '" + text + "' is not from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}
