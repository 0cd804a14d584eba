package io.github.profileengine.cli;

import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateReader;
import java.io.IOException;

/**
 * Folds inputs, in order, into one engine. It reads a batch, applies it and forgets it, so that what it holds does not
 * grow with the input.
 */
final class UpdateFold {

    /** Enough that a batch costs little beside its updates, few enough that it stays small. */
    private static final int RECORDS_PER_BATCH = 2000;

    private final ReaderOptions options;
    private final PendingRecords pending;
    private final Progress progress;
    private final StandardError errors;

    UpdateFold(ReaderOptions options, PendingRecords pending, Progress progress, StandardError errors) {
        this.options = options;
        this.pending = pending;
        this.progress = progress;
        this.errors = errors;
    }

    /**
     * Folds all inputs. One that turns out to be damaged ends the reading: everything before the damage has been
     * folded, and nothing after it, so that the result is that of a beginning of the input.
     *
     * @return whether everything was read
     */
    boolean foldAll(InputFiles inputs) throws UnusableFileException {
        int later = inputs.size();
        for (InputFile input : inputs) {
            later--;
            try {
                fold(input);
            } catch (IOException problem) {
                errors.error(new UnusableFileException(input.name(), problem));
                if (later > 0) {
                    errors.error(later + (later == 1 ? " later file was" : " later files were") + " not read");
                }
                return false;
            }
        }
        return true;
    }

    private void fold(InputFile input) throws IOException, UnusableFileException {
        try (UpdateReader reader = UpdateReader.of(input.stream(), options)) {
            for (DecodedRecord record = reader.read(); record != null; record = reader.read()) {
                pending.add(record);
                if (pending.size() == RECORDS_PER_BATCH) {
                    applyPending(input);
                }
            }
        } finally {
            applyPending(input);
        }
    }

    private void applyPending(InputFile input) throws UnusableFileException {
        pending.apply(input.name());
        progress.show();
    }
}
