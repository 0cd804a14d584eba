package io.github.profileengine.cli;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.StateReader;
import io.github.profileengine.wire.StateWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Reads and writes files with complete states, plain or gzip. */
final class StateFile {

    private StateFile() {}

    /** Reads the state with this name; {@code -} is standard input. */
    static Snapshot load(String name, InputStream standardInput, ReaderOptions options) throws UnusableFileException {
        InputFile input = InputFile.open(name, standardInput);
        try {
            return StateReader.read(input.stream(), options);
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    /** The hash of the state with this name. The state is read and checked, but not held in memory. */
    static StateHash hash(String name, InputStream standardInput, ReaderOptions options) throws UnusableFileException {
        InputFile input = InputFile.open(name, standardInput);
        try {
            return StateReader.hash(input.stream(), options);
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    /** Writes a state to an output and completes it; null if none was requested. */
    static void save(Snapshot state, @Nullable OutputFile output) throws UnusableFileException {
        if (output != null) {
            write(state, output);
            output.commit();
        }
    }

    /** Writes a state to an output and returns its hash. The output can be committed afterwards. */
    static StateHash write(Snapshot state, OutputFile output) throws UnusableFileException {
        try (OutputStream out = output.encoded()) {
            return StateWriter.write(state, out);
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
    }
}
