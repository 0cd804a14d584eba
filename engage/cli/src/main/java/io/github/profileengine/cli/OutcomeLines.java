package io.github.profileengine.cli;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.wire.OutcomeWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what each operator did to each property into the file of {@code --outcomes}. */
final class OutcomeLines {

    private final OutputFile output;
    private final OutcomeWriter writer;

    OutcomeLines(OutputFile output) throws UnusableFileException {
        this.output = output;
        try {
            this.writer = new OutcomeWriter(output.encoded());
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
    }

    /**
     * Writes the outcomes of one record.
     *
     * @param file the input, as the user gave it
     * @param index the place of the record in it, from 0
     * @param target the profile that it refers to; null if unknown
     * @param outcomes the outcomes of its operators
     */
    void write(String file, long index, @Nullable ProfileId target, List<Outcome> outcomes)
            throws UnusableFileException {
        try {
            for (Outcome outcome : outcomes) {
                writer.write(file, index, target, outcome);
            }
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
    }

    /** Completes the file. */
    void commit() throws UnusableFileException {
        try {
            writer.close();
        } catch (IOException problem) {
            throw new UnusableFileException(output.name(), problem);
        }
        output.commit();
    }
}
