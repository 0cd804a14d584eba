package io.github.profileengine.benchmark.apply;

import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.StoreKind;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.ReadAheadReader;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** Ours as the command line tool runs it: the reader on a thread of its own, the engine on the calling thread. */
final class ReadAheadFolding implements Folding {
    private final StoreKind kind;

    ReadAheadFolding(StoreKind kind) {
        this.kind = kind;
    }

    @Override
    public Object folded(InputStream ndjson) {
        ProfileEngine engine = ProfileEngine.builder()
                .clock(() -> Instant.ofEpochSecond(CLOCK_SECONDS))
                .store(kind)
                .build();
        long rejected = 0;
        try (ReadAheadReader reader = new ReadAheadReader(UpdateReader.of(ndjson, ReaderOptions.defaults()))) {
            List<DecodedRecord> records = reader.readBatch();
            while (!records.isEmpty()) {
                Batch.Builder batch = Batch.builder();
                for (DecodedRecord record : records) {
                    if (record instanceof DecodedRecord.Valid valid) {
                        batch.add(valid.update());
                    } else {
                        rejected++;
                    }
                }
                rejected += engine.apply(batch.build()).rejected();
                records = reader.readBatch();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new EngineFolding.Folded(engine, rejected);
    }

    @Override
    public void tell(Object store, BiConsumer<String, String> profiles) {
        EngineFolding.tellAll((EngineFolding.Folded) store, profiles);
    }

    @Override
    public long rejected(Object store) {
        return ((EngineFolding.Folded) store).rejected();
    }
}
