package io.github.profileengine.cli;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.StateReader;
import io.github.profileengine.wire.StateWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Whole states in files, plain or gzip. */
final class StateFile {

    private StateFile() {}

    /** Reads the named state; {@code -} is standard input. */
    static Snapshot load(String name, InputStream standardInput, ReaderOptions options) throws UnusableFileException {
        InputFile input = InputFile.open(name, standardInput);
        try {
            return StateReader.read(input.stream(), options);
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    /** The hash of the named state, which is read and checked, but not held. */
    static StateHash hash(String name, InputStream standardInput, ReaderOptions options) throws UnusableFileException {
        InputFile input = InputFile.open(name, standardInput);
        try {
            return StateReader.hash(input.stream(), options);
        } catch (IOException problem) {
            throw new UnusableFileException(name, problem);
        }
    }

    /** Writes a state to an output, which is then ready to be committed, and answers its hash. */
    static StateHash write(Snapshot state, OutputFile output) throws UnusableFileException {
        try (OutputStream out = output.encoded()) {
            return StateWriter.write(state, out);
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
    }
}
