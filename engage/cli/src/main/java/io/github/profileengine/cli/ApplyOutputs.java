package io.github.profileengine.cli;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.ProfileEngine;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The outputs of {@code apply}: profiles and, if requested, outcomes, a log and the final state. */
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

    /** Starts with the present content of the engine. The log gets everything that is applied from then on. */
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

    /** Writes the outcomes of one record, if they are requested. */
    void outcomes(String file, long index, @Nullable ProfileId target, List<Outcome> found)
            throws UnusableFileException {
        if (outcomes != null) {
            outcomes.write(file, index, target, found);
        }
    }

    /** Writes a batch that was just applied to the log. */
    void applied() throws UnusableFileException {
        if (log != null) {
            log.drain();
        }
    }

    /**
     * Completes all outputs. The profiles come last, so that a reader of them that leaves early does not affect the
     * others.
     *
     * @param complete whether all input was read. If not, neither state nor log is written: a later run over the
     *     complete input must not start from a part of it
     * @param ontoInput whether the profiles replace an input file; if not all input was read, they do not
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
        // Both streams may be the same terminal. The profiles must not begin on the line of the progress.
        errors.finish();
        if (complete || !ontoInput) {
            writeProfiles(complete && state != null);
        } else {
            tellNotWritten(profiles);
        }
    }

    // A second run that starts from the saved state would apply everything twice. So tell that it was saved if printing
    // fails, or is interrupted by a signal.
    private void writeProfiles(boolean saved) throws UnusableFileException {
        Thread interrupted = new Thread(() -> tellSaved("was interrupted"), "interrupted");
        if (saved) {
            Runtime.getRuntime().addShutdownHook(interrupted);
        }
        try {
            ProfileLines.write(engine, profiles);
        } catch (UnusableFileException problem) {
            if (saved) {
                tellSaved("failed");
            }
            throw problem;
        } finally {
            forget(interrupted);
        }
    }

    private void tellSaved(String printing) {
        errors.error("the state was saved before printing the profiles " + printing + "; it holds the updates of this"
                + " run, so do not apply them to it again");
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // It has run, or runs now.
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
