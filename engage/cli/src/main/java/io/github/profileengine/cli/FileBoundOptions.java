package io.github.profileengine.cli;

import io.github.profileengine.wire.ReaderOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the bounds of states and logs that are read. */
final class FileBoundOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = "--max-line-bytes",
            paramLabel = "N",
            description = "The longest line of a state or log, such as a profile (default: ${DEFAULT-VALUE}).")
    private long lineBytes = ReaderOptions.fileDefaults().maxTextBytes();

    @Option(
            names = "--max-inflated-bytes",
            paramLabel = "N",
            description = "The most bytes that one gzip input may inflate to (default: ${DEFAULT-VALUE}).")
    private long inflatedBytes = ReaderOptions.fileDefaults().maxInflatedBytes();

    /** How to read states and logs, according to these options. */
    ReaderOptions readerOptions() {
        return ReaderOptions.fileDefaults()
                .withMaxTextBytes((int) checked(command, "--max-line-bytes", lineBytes, Integer.MAX_VALUE))
                .withMaxInflatedBytes(maxInflatedBytes());
    }

    long maxInflatedBytes() {
        return checked(command, "--max-inflated-bytes", inflatedBytes, Long.MAX_VALUE);
    }

    /** The value of an option, which must be from 1 to {@code most}. */
    static long checked(CommandSpec command, String option, long value, long most) {
        if (value < 1 || value > most) {
            throw new ParameterException(
                    command.commandLine(),
                    "Invalid value for option '" + option + "': " + value + " is not from 1 to " + most);
        }
        return value;
    }
}
