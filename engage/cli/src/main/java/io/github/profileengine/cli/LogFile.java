package io.github.profileengine.cli;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.wire.LogWriter;
import java.io.IOException;

/** Writes a log of everything that an engine applies from now on to an output. */
final class LogFile implements AutoCloseable {

    private final OutputFile output;
    private final Recording recording;
    private final LogWriter writer;

    /** Starts a log with the present content of the engine. */
    LogFile(OutputFile output, ProfileEngine engine, ReducerOptions options) throws UnusableFileException {
        this.output = output;
        this.recording = engine.record();
        StateHash start = recording.takeStart().orElseThrow().stateHash();
        try {
            this.writer = new LogWriter(output.encoded(), options, start);
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
    }

    /** Writes what was recorded since the last call, so that the recording never fills up. */
    void drain() throws UnusableFileException {
        try {
            for (LogEntry entry = recording.poll(); entry != null; entry = recording.poll()) {
                writer.write(entry);
            }
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
    }

    /** Ends the log with the hash of the final state. The output can be committed afterwards. */
    void end(StateHash state) throws UnusableFileException {
        drain();
        try {
            writer.end(state);
            writer.close();
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
    }

    OutputFile output() {
        return output;
    }

    @Override
    public void close() {
        recording.close();
    }
}
