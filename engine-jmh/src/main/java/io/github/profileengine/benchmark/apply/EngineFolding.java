package io.github.profileengine.benchmark.apply;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** Ours: the streaming reader, and an engine that applies batches of {@value #BATCH} updates. */
final class EngineFolding implements Folding {
    private static final int BATCH = 2000;

    record Folded(ProfileEngine engine, long rejected) {}

    @Override
    public Object folded(InputStream ndjson) {
        ProfileEngine engine = ProfileEngine.builder()
                .clock(() -> Instant.ofEpochSecond(CLOCK_SECONDS))
                .build();
        long rejected = 0;
        try (UpdateReader reader = UpdateReader.of(ndjson, ReaderOptions.defaults())) {
            Batch.Builder batch = Batch.builder();
            int size = 0;
            for (DecodedRecord record = reader.read(); record != null; record = reader.read()) {
                if (record instanceof DecodedRecord.Valid valid) {
                    batch.add(valid.update());
                    size++;
                } else {
                    rejected++;
                }
                if (size == BATCH) {
                    rejected += engine.apply(batch.build()).rejected();
                    batch = Batch.builder();
                    size = 0;
                }
            }
            rejected += engine.apply(batch.build()).rejected();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Folded(engine, rejected);
    }

    @Override
    public void tell(Object store, BiConsumer<String, String> profiles) {
        tellAll((Folded) store, profiles);
    }

    static void tellAll(Folded folded, BiConsumer<String, String> profiles) {
        folded.engine.profiles().forEach(profile -> profiles.accept(key(profile), profile.canonicalText()));
    }

    private static String key(Profile profile) {
        ProfileId id = profile.id();
        return PeerFolding.key(Arrays.asList(id.token(), id.groupKey().orElse(null), id.id()));
    }

    @Override
    public long rejected(Object store) {
        return ((Folded) store).rejected;
    }
}
