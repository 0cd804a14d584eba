package io.github.profileengine.store;

/** A wrong gate: nobody can close it. */
final class OpenGate extends Gate {
    @Override
    int enter() {
        return 0;
    }

    @Override
    void leave(int ticket) {}

    @Override
    void close() {}

    @Override
    void open() {}

    @Override
    int openFromInside() {
        return 0;
    }
}
