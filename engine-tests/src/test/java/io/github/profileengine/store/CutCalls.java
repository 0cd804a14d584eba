package io.github.profileengine.store;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Batches over all shards, and snapshots and forks, to which each batch must seem to happen at one moment. No plain
 * reads: to these a batch may show in parts.
 */
@Param(name = "id", gen = IntGen.class, conf = "0:2")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class CutCalls extends EngineCalls {
    public CutCalls() {
        this(StoreParts.PLAIN);
    }

    CutCalls(StoreParts parts) {
        super(parts);
    }

    @Operation
    public void appendToEach(@Param(name = "value") int value) {
        engine().apply(toEach(value));
    }

    private static Batch toEach(int value) {
        Batch.Builder batch = Batch.builder();
        for (int id = 0; id < PROFILES; id++) {
            batch.add(appending(id, value));
        }
        return batch.build();
    }

    /** A batch that maps an alias and goes through it. */
    @Operation
    public void aliasAndAppend(
            @Param(name = "id") int alias, @Param(name = "id") int id, @Param(name = "value") int value) {
        Batch.Builder batch = Batch.builder().alias(TOKEN, id(alias).id(), id(id).id());
        engine().apply(batch.add(appending(alias, value)).build());
    }

    @Operation
    public boolean delete(@Param(name = "id") int id) {
        return changes(deleting(id));
    }

    @Operation
    public String snapshot() {
        return text(engine().snapshot());
    }

    /** What a fork holds after a write to it, which must not show in its origin. */
    @Operation
    public String fork(@Param(name = "value") int value) {
        try (ProfileEngine fork = engine().fork()) {
            fork.apply(toEach(value));
            return text(fork.snapshot());
        }
    }
}
