package io.github.profileengine.store;

import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Lincheck operations: updates and reads of single profiles. Each call must seem to happen at one moment. */
@Param(name = "id", gen = IntGen.class, conf = "0:1")
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class ProfileCalls extends EngineCalls {
    public ProfileCalls() {
        this(Engines.parts());
    }

    ProfileCalls(StoreParts parts) {
        super(parts);
    }

    @Override
    @Operation
    public boolean append(@Param(name = "id") int id, @Param(name = "value") int value) {
        return super.append(id, value);
    }

    @Override
    @Operation
    public boolean union(@Param(name = "id") int id, @Param(name = "value") int value) {
        return super.union(id, value);
    }

    @Override
    @Operation
    public boolean delete(@Param(name = "id") int id) {
        return super.delete(id);
    }

    @Override
    @Operation
    public String read(@Param(name = "id") int id) {
        return super.read(id);
    }
}
