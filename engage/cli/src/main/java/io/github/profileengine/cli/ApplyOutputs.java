package io.github.profileengine.cli;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.ProfileEngine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@code apply} writes: profiles, and if asked for outcomes, a log and the state in the end. */
final class ApplyOutputs implements AutoCloseable {

    static final String OUTPUT = "--output";
    static final String OUTCOMES = "--outcomes";
    static final String LOG = "--log";
    static final String SAVE = "--save";

    private final ProfileEngine engine;
    private final StandardError errors;
    private final OutputFile profiles;
    private final @Nullable OutcomeLines outcomes;
    private final @Nullable LogFile log;
    private final @Nullable OutputFile state;

    /** Begins with what the engine holds; the log has everything that is applied from then on. */
    ApplyOutputs(ProfileEngine engine, ReducerOptions options, OutputFiles files, StandardError errors)
            throws UnusableFileException {
        this.engine = engine;
        this.errors = errors;
        this.profiles = Objects.requireNonNull(files.get(OUTPUT));
        OutputFile outcomesFile = files.get(OUTCOMES);
        this.outcomes = outcomesFile == null ? null : new OutcomeLines(outcomesFile);
        OutputFile logFile = files.get(LOG);
        this.log = logFile == null ? null : new LogFile(logFile, engine, options);
        this.state = files.get(SAVE);
    }

    boolean wantsOutcomes() {
        return outcomes != null;
    }

    /** Writes the outcomes of one record, if they are wanted. */
    void outcomes(String file, long index, @Nullable ProfileId target, List<Outcome> found)
            throws UnusableFileException {
        if (outcomes != null) {
            outcomes.write(file, index, target, found);
        }
    }

    /** Takes note of a batch that was applied. */
    void applied() throws UnusableFileException {
        if (log != null) {
            log.drain();
        }
    }

    /**
     * Completes all outputs, the profiles last: a reader who leaves early takes nothing from the others.
     *
     * @param complete whether all input was read. If not, neither state nor log is written: whoever reads the whole
     *     input later must not begin with a part of it
     * @param ontoInput whether the profiles take the place of an input, which they do not if it was not all read
     */
    void commit(boolean complete, boolean ontoInput) throws UnusableFileException {
        if (outcomes != null) {
            outcomes.commit();
        }
        if (complete) {
            commitStateAndLog();
        } else {
            tellNotWritten(log == null ? null : log.output());
            tellNotWritten(state);
        }
        // Both streams may be one terminal, and the profiles must not begin behind the progress.
        errors.finish();
        if (complete || !ontoInput) {
            writeProfiles(complete && state != null);
        } else {
            tellNotWritten(profiles);
        }
    }

    private void writeProfiles(boolean saved) throws UnusableFileException {
        try {
            ProfileLines.write(engine, profiles);
        } catch (UnusableFileException problem) {
            if (saved) {
                // Who tries again with it would apply everything twice.
                errors.error(SAVE + " was done before the profiles failed: that state has all of these updates");
            }
            throw problem;
        }
    }

    private void commitStateAndLog() throws UnusableFileException {
        if (state == null && log == null) {
            return;
        }
        StateHash hash = state == null ? engine.stateHash() : StateFile.write(engine.snapshot(), state);
        if (log != null) {
            log.end(hash);
            log.output().commit();
        }
        if (state != null) {
            state.commit();
        }
    }

    private void tellNotWritten(@Nullable OutputFile output) {
        if (output != null) {
            errors.error(output.name() + ": not written, since not all input was read");
        }
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }
}
