package io.github.profileengine.store;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;

/** Lincheck operations on the gate alone. To whoever closes the gate, each batch must seem to happen at one moment. */
public class GateCalls {
    private final Gate gate;
    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();
    // Written only while the gate is closed.
    private int closed;

    public GateCalls() {
        this(new Gate());
    }

    GateCalls(Gate gate) {
        this.gate = gate;
    }

    @Operation
    public void batch() {
        int ticket = gate.enter();
        work();
        gate.leave(ticket);
    }

    @Operation
    public String cut() {
        gate.close();
        String seen = seen();
        gate.open();
        return seen;
    }

    /** As a batch with aliases does: a cut, then a batch with nobody in between. */
    @Operation
    public String cutAndBatch() {
        gate.close();
        String seen = seen();
        int ticket = gate.openFromInside();
        work();
        gate.leave(ticket);
        return seen;
    }

    private void work() {
        first.incrementAndGet();
        second.incrementAndGet();
    }

    private String seen() {
        closed++;
        return first + " " + second + " " + closed;
    }

    /** The expected results when the calls run one after the other. */
    public static class Model {
        private int batches;
        private int cuts;

        public void batch() {
            batches++;
        }

        public String cut() {
            cuts++;
            return batches + " " + batches + " " + cuts;
        }

        public String cutAndBatch() {
            String seen = cut();
            batch();
            return seen;
        }
    }
}
