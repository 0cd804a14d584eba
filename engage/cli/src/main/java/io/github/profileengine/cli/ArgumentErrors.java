package io.github.profileengine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reports what is wrong with the arguments, what may have been meant, and where to read more, but not the whole usage.
 */
final class ArgumentErrors implements IParameterExceptionHandler {

    private static final Pattern CONSTANTS = Pattern.compile("one of \\[[A-Z_, ]+]");
    private static final Pattern UNMATCHED = Pattern.compile("^Unmatched argument(s?) (?:at|from) index \\d+: ");
    private static final Pattern NO_INTEGER = Pattern.compile(" is not an? (?:long|int)$");

    private final StandardError errors;

    ArgumentErrors(StandardError errors) {
        this.errors = errors;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        errors.error(readable(String.valueOf(problem.getMessage())));
        StringWriter suggestions = new StringWriter();
        PrintWriter writer = new PrintWriter(suggestions);
        UnmatchedArgumentException.printSuggestions(problem, writer);
        writer.flush();
        suggestions.toString().lines().forEach(errors::line);
        errors.line("Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.FAILED;
    }

    // The messages of picocli name Java types and constants, and count arguments from the name of the tool on.
    private static String readable(String message) {
        String known =
                CONSTANTS.matcher(message).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
        return NO_INTEGER
                .matcher(UNMATCHED.matcher(known).replaceFirst("unexpected argument$1: "))
                .replaceFirst(" is not a whole number, or is too large")
                .replace("for option option ", "for option ");
    }
}
