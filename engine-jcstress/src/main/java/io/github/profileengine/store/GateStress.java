package io.github.profileengine.store;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A thread closes the gate beside a batch that passes it. It sees all that the batch wrote, or nothing. */
@JCStressTest
@Outcome(
        id = {"0, 0", "1, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "Before or after the batch.")
@Outcome(expect = Expect.FORBIDDEN, desc = "In the middle of the batch.")
@State
public class GateStress {
    private final Gate gate = new Gate();
    private int first;
    private int second;

    @Actor
    public void batch() {
        int ticket = gate.enter();
        first = 1;
        second = 1;
        gate.leave(ticket);
    }

    @Actor
    public void cut(II_Result result) {
        gate.close();
        result.r1 = first;
        result.r2 = second;
        gate.open();
    }
}
