package io.github.profileengine.store;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/**
 * Lincheck operations: batches over all shards, and snapshots and forks, to which each batch must seem to happen at one
 * moment. There are no plain reads, because they may see a part of a batch.
 */
@Param(name = "id", gen = IntGen.class, conf = "0:2")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class CutCalls extends EngineCalls {
    public CutCalls() {
        this(Engines.parts());
    }

    CutCalls(StoreParts parts) {
        super(parts);
    }

    @Override
    @Operation
    public void appendToEach(@Param(name = "value") int value) {
        super.appendToEach(value);
    }

    @Override
    @Operation
    public void aliasAndAppend(
            @Param(name = "id") int alias, @Param(name = "id") int id, @Param(name = "value") int value) {
        super.aliasAndAppend(alias, id, value);
    }

    @Override
    @Operation
    public boolean delete(@Param(name = "id") int id) {
        return super.delete(id);
    }

    @Override
    @Operation
    public String snapshot() {
        return super.snapshot();
    }

    @Override
    @Operation
    public String fork(@Param(name = "value") int value) {
        return super.fork(value);
    }
}
