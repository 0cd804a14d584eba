package io.github.profileengine.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads close the gate, and one of them goes on as a batch. Their work happens one after the other. */
@JCStressTest
@Outcome(id = "11", expect = Expect.ACCEPTABLE, desc = "The work of both is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The work of one is lost.")
@State
public class ClosersStress {
    private final Gate gate = new Gate();
    private int work;

    @Actor
    public void close() {
        gate.close();
        work += 1;
        gate.open();
    }

    @Actor
    public void closeAndGoOn() {
        gate.close();
        work += 10;
        gate.leave(gate.openFromInside());
    }

    @Arbiter
    public void end(I_Result result) {
        result.r1 = work;
    }
}
