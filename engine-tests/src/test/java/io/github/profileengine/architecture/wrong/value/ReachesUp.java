package io.github.profileengine.architecture.wrong.value;

import io.github.profileengine.architecture.wrong.operation.Impure;

/** A value that knows an operation. */
public final class ReachesUp {
    private final Impure operation = new Impure();

    @Override
    public String toString() {
        return operation.toString();
    }
}
