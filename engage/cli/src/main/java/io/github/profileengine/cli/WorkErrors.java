package io.github.profileengine.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Reports why a command failed. Only for a bug of the tool itself, the report includes the place in the code. */
final class WorkErrors implements IExecutionExceptionHandler {

    private final StandardError errors;

    WorkErrors(StandardError errors) {
        this.errors = errors;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine line, ParseResult parsed) {
        tell(problem, errors);
        return ExitCode.FAILED;
    }

    static void tell(Throwable problem, StandardError errors) {
        if (problem instanceof UnusableFileException unusable) {
            errors.error(unusable);
        } else if (problem instanceof OutOfMemoryError) {
            errors.error("out of memory; give Java more with PROFILE_ENGINE_JAVA_OPTS=-Xmx8g, for example");
        } else {
            tellFault(problem, errors);
        }
    }

    private static void tellFault(Throwable fault, StandardError errors) {
        errors.error("a fault of this tool, please report it:");
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        trace.toString().lines().forEach(frame -> errors.line(frame.replace("\t", "    ")));
    }
}
