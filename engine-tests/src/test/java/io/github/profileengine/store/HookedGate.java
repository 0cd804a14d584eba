package io.github.profileengine.store;

/** A correct gate that calls hooks when it is passed, so that a test can choose the moment of an action. */
final class HookedGate extends Gate {
    /** Called before a batch goes in. */
    volatile Runnable entering = () -> {};

    /** Called after a batch went out. */
    volatile Runnable left = () -> {};

    /** Called once the gate is closed, before what it was closed for. */
    volatile Runnable closed = () -> {};

    /** A correct store with this gate. */
    StoreParts parts() {
        return new StoreParts(Engines.parts().table(), Engines.parts().lock(), () -> this);
    }

    @Override
    int enter() {
        entering.run();
        return super.enter();
    }

    @Override
    void leave(int ticket) {
        super.leave(ticket);
        left.run();
    }

    @Override
    void close() {
        super.close();
        closed.run();
    }
}
