package io.github.profileengine.cli;

import io.github.profileengine.value.ValueBuilder;
import io.github.profileengine.wire.ReaderOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options for the bounds of reading. A record that exceeds its bound is rejected alone. */
final class BoundOptions {
    // The bound of what must fit into one array together with bytes that were read ahead.
    private static final int MOST_BYTES = 1 << 30;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(
            names = "--max-record-bytes",
            paramLabel = "N",
            description = "The longest record, in bytes of its JSON text (default: ${DEFAULT-VALUE}).")
    private long recordBytes = ReaderOptions.defaults().maxRecordBytes();

    @Option(
            names = "--max-nesting",
            paramLabel = "N",
            description = "The most nesting levels of a record (default: ${DEFAULT-VALUE}).")
    private long nesting = ReaderOptions.defaults().maxNesting();

    @Option(
            names = "--max-number-characters",
            paramLabel = "N",
            description = "The longest number, in characters (default: ${DEFAULT-VALUE}).")
    private long numberCharacters = ReaderOptions.defaults().maxNumberCharacters();

    @Option(
            names = "--max-text-bytes",
            paramLabel = "N",
            description = "The longest JSON text, such as a list of records (default: ${DEFAULT-VALUE}).")
    private long textBytes = ReaderOptions.defaults().maxTextBytes();

    @Mixin
    private final FileBoundOptions files = new FileBoundOptions();

    /** How to read records, according to these options. */
    ReaderOptions readerOptions(boolean strict) {
        return ReaderOptions.defaults()
                .withMaxRecordBytes((int) checked("--max-record-bytes", recordBytes, MOST_BYTES))
                .withMaxNesting((int) checked("--max-nesting", nesting, ValueBuilder.MAX_DEPTH))
                .withMaxNumberCharacters((int) checked("--max-number-characters", numberCharacters, Integer.MAX_VALUE))
                .withMaxTextBytes((int) checked("--max-text-bytes", textBytes, MOST_BYTES))
                .withMaxInflatedBytes(files.maxInflatedBytes())
                .withStrict(strict);
    }

    /**
     * How to read states, according to these options.
     *
     * @param loaded the state to read; null for none, which leaves nothing for a bound on its lines
     */
    ReaderOptions fileOptions(@Nullable String loaded) {
        files.refuseUnlessRead(loaded, FileBoundOptions.LINE_BYTES);
        return files.readerOptions();
    }

    private long checked(String option, long value, long most) {
        return FileBoundOptions.checked(command, option, value, most);
    }
}
