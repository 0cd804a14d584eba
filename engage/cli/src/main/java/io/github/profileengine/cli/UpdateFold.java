package io.github.profileengine.cli;

import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.ReadAheadReader;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies inputs, in order, to one engine. It reads and applies one batch after another, so its memory does not grow
 * with the input.
 */
final class UpdateFold {

    private final ReaderOptions options;
    private final RecordApplication application;
    private final Progress progress;
    private final StandardError errors;

    UpdateFold(ReaderOptions options, RecordApplication application, Progress progress, StandardError errors) {
        this.options = options;
        this.application = application;
        this.progress = progress;
        this.errors = errors;
    }

    /**
     * Applies all inputs. Reading ends at the first damaged input: everything before the damage has been applied, and
     * nothing after it.
     *
     * @return whether everything was read
     */
    boolean foldAll(InputFiles inputs) throws UnusableFileException {
        int later = inputs.size();
        for (InputFile input : inputs) {
            later--;
            UnusableFileException damage = fold(input);
            if (damage != null) {
                errors.error(damage);
                if (later > 0) {
                    errors.error(Counted.of(later, "later file was", "later files were") + " not read");
                }
                return false;
            }
        }
        return true;
    }

    /** Applies an input, and returns what keeps it from being read to its end; null if nothing does. */
    private @Nullable UnusableFileException fold(InputFile input) throws UnusableFileException {
        InputFile updates;
        try {
            // Regular files were checked when they were opened; what a pipe brings is only known now.
            updates = UpdatesFile.of(input);
        } catch (UnusableFileException noUpdates) {
            return noUpdates;
        }
        try {
            applyAll(updates);
            return null;
        } catch (IOException damage) {
            return new UnusableFileException(input.name(), damage);
        }
    }

    private void applyAll(InputFile input) throws IOException, UnusableFileException {
        try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(input.stream(), options))) {
            List<DecodedRecord> records = reader.readBatch();
            while (!records.isEmpty()) {
                application.apply(input.name(), records);
                progress.show();
                records = reader.readBatch();
            }
        }
    }
}
