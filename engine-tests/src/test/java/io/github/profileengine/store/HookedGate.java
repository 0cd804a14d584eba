package io.github.profileengine.store;

/** A right gate at whose passing something happens, so that a test can choose the moment. */
final class HookedGate extends Gate {
    /** Before a batch goes in. */
    volatile Runnable entering = () -> {};

    /** After a batch went out. */
    volatile Runnable left = () -> {};

    /** Once the gate is closed, before what it was closed for. */
    volatile Runnable closed = () -> {};

    /** A right store with this gate. */
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
