package io.github.profileengine.store;

import io.github.profileengine.identity.AliasResult;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Lincheck operations: aliases, and updates that follow them. Each call must seem to happen at one moment. */
@Param(name = "id", gen = IntGen.class, conf = "0:2")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class AliasCalls extends EngineCalls {
    public AliasCalls() {
        this(Engines.parts());
    }

    AliasCalls(StoreParts parts) {
        super(parts);
    }

    @Override
    @Operation
    public AliasResult alias(@Param(name = "id") int alias, @Param(name = "id") int id) {
        return super.alias(alias, id);
    }

    @Override
    @Operation
    public int resolve(@Param(name = "id") int id) {
        return super.resolve(id);
    }

    @Override
    @Operation
    public boolean append(@Param(name = "id") int id, @Param(name = "value") int value) {
        return super.append(id, value);
    }

    @Override
    @Operation
    public String read(@Param(name = "id") int id) {
        return super.read(id);
    }
}
