package io.github.profileengine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the arguments, what may have been meant, and where to read on; without the whole usage. */
final class ArgumentErrors implements IParameterExceptionHandler {

    private final StandardError errors;

    ArgumentErrors(StandardError errors) {
        this.errors = errors;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        errors.error(String.valueOf(problem.getMessage()));
        StringWriter suggestions = new StringWriter();
        PrintWriter writer = new PrintWriter(suggestions);
        UnmatchedArgumentException.printSuggestions(problem, writer);
        writer.flush();
        suggestions.toString().lines().forEach(errors::line);
        errors.line("Try '" + problem.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.FAILED;
    }
}
