package io.github.profileengine.cli;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.RejectedUpdate;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.DecodedRecord.Invalid;
import io.github.profileengine.wire.DecodedRecord.Valid;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Applies records that have been read. Records that are no updates, and updates that the engine refuses, are reported
 * in the order of the input.
 */
final class RecordApplication {

    private final ProfileEngine engine;
    private final Tally tally;
    private final StandardError errors;
    private final ApplyOutputs outputs;

    RecordApplication(ProfileEngine engine, Tally tally, StandardError errors, ApplyOutputs outputs) {
        this.engine = engine;
        this.tally = tally;
        this.errors = errors;
        this.outputs = outputs;
    }

    /** Applies the records of a file as one batch and reports what was rejected. */
    void apply(String file, List<DecodedRecord> records) throws UnusableFileException {
        Batch batch = Batch.of(updates(records));
        BatchResult result = outputs.wantsOutcomes() ? engine.applyWithOutcomes(batch) : engine.apply(batch);
        int rejected = records.size() - result.accepted();
        tally.accept(result.accepted());
        tally.reject(rejected);
        if (rejected > 0) {
            tellRejections(file, records, result);
            errors.flush();
        }
        if (outputs.wantsOutcomes()) {
            writeOutcomes(file, records, result);
        }
        outputs.applied();
    }

    private static List<Update> updates(List<DecodedRecord> records) {
        List<Update> updates = new ArrayList<>(records.size());
        for (DecodedRecord record : records) {
            if (record instanceof Valid valid) {
                updates.add(valid.update());
            }
        }
        return updates;
    }

    /**
     * Maps the indexes of the engine, which counts the updates of the batch, to those of the user, who counts the
     * records of the file.
     */
    private void tellRejections(String file, List<DecodedRecord> records, BatchResult result) {
        Iterator<RejectedUpdate> refused = result.rejections().iterator();
        RejectedUpdate next = refused.hasNext() ? refused.next() : null;
        int place = 0;
        for (DecodedRecord record : records) {
            if (record instanceof Invalid invalid) {
                errors.rejection(file, invalid.index(), invalid.field(), invalid.message());
            } else if (next != null && next.index() == place++) {
                errors.rejection(file, record.index(), next.field(), next.message());
                next = refused.hasNext() ? refused.next() : null;
            }
        }
    }

    private void writeOutcomes(String file, List<DecodedRecord> records, BatchResult result)
            throws UnusableFileException {
        int place = 0;
        for (DecodedRecord record : records) {
            if (record instanceof Invalid invalid) {
                Outcome outcome = new Outcome(null, null, Outcome.Kind.REJECTED, invalid.rule(), invalid.message());
                outputs.outcomes(file, record.index(), invalid.target(), List.of(outcome));
            } else if (record instanceof Valid valid) {
                outputs.outcomes(file, record.index(), valid.update().target(), result.outcomes(place++));
            }
        }
    }
}
