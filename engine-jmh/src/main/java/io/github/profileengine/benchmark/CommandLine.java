package io.github.profileengine.benchmark;

import java.util.List;
import java.util.function.Supplier;

/** How the commands of this module are told what to do, and how they tell that they did not understand it. */
public final class CommandLine {
    private static final int WRONG = 2;

    private CommandLine() {}

    /**
     * What a command line asks for. If it asks for help, prints that and ends the program; if it makes no sense, says
     * so and ends it with {@value #WRONG}.
     *
     * @param help all that the command understands; its first line is the usage
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

    /** How many seconds to measure: the one argument, from 1 to 3,600, or else a default; as of {@link #orEnd}. */
    public static int seconds(String[] arguments, String help, int usual) {
        return orEnd(arguments, help, () -> {
            if (arguments.length > 1) {
                throw new IllegalArgumentException("one argument at most, not " + arguments.length);
            }
            return arguments.length == 0 ? usual : number("SECONDS", arguments[0], 3_600);
        });
    }

    /** A number from 1 to {@code most}. */
    static int number(String what, String text, int most) {
        if (!text.matches("[1-9][0-9]{0,8}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(what + ": '" + text + "' is not from 1 to " + most);
        }
        return Integer.parseInt(text);
    }
}
