package io.github.profileengine.cli;

import io.github.profileengine.wire.ReaderOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for the bounds of states and logs that are read. */
final class FileBoundOptions {

    static final String LINE_BYTES = "--max-line-bytes";
    static final String INFLATED_BYTES = "--max-inflated-bytes";

    // What a reader can hold of a line.
    private static final long MOST_LINE_BYTES = 1L << 30;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = LINE_BYTES,
            paramLabel = "N",
            description =
                    "The longest line of a state or log, such as a profile; apply and serve read only the state of"
                            + " --load (default: ${DEFAULT-VALUE}).")
    private long lineBytes = ReaderOptions.fileDefaults().maxTextBytes();

    @Option(
            names = INFLATED_BYTES,
            paramLabel = "N",
            description = "The most bytes that one gzip input may inflate to; for serve, the state of --load (default:"
                    + " ${DEFAULT-VALUE}).")
    private long inflatedBytes = ReaderOptions.fileDefaults().maxInflatedBytes();

    /** How to read states and logs, according to these options. */
    ReaderOptions readerOptions() {
        return ReaderOptions.fileDefaults()
                .withMaxTextBytes((int) checked(command, LINE_BYTES, lineBytes, MOST_LINE_BYTES))
                .withMaxInflatedBytes(maxInflatedBytes());
    }

    long maxInflatedBytes() {
        return checked(command, INFLATED_BYTES, inflatedBytes, Long.MAX_VALUE);
    }

    /** Fails if one of these options is given where no state is loaded, which is all that they would bound. */
    void refuseUnlessRead(@Nullable String loaded, String... options) {
        for (String option : options) {
            if (loaded == null && command.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(command.commandLine(), option + " needs --load");
            }
        }
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
