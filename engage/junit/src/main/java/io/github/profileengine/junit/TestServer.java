package io.github.profileengine.junit;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.fault.FaultPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A double with the tests that run on it. Any thread may use it. */
final class TestServer implements AutoCloseable {
    private final EngageDouble engage;
    private final Isolation isolation;
    private final String fixedToken;
    private @Nullable Snapshot first;
    // What was at work before the tests that run now, as their class may have set it for all of its tests.
    private FaultPlan faults = FaultPlan.NONE;
    private final Set<String> issued = new HashSet<>();
    private final Set<TestRun> running = new HashSet<>();

    TestServer(EngageDouble engage, Isolation isolation, String fixedToken) {
        this.engage = engage;
        this.isolation = isolation;
        this.fixedToken = fixedToken;
    }

    EngageDouble engage() {
        return engage;
    }

    /** The project that every test of it shares. */
    EngageProject sharedProject() {
        return new EngageProject(engage, fixedToken);
    }

    /** Begins a test: cleans up as the isolation says, and gives it its project. */
    synchronized TestRun begin(String testName, boolean allowsRejections) {
        if (isolation != Isolation.FRESH_TOKEN) {
            beginAlone(testName);
        }
        if (running.isEmpty()) {
            faults = engage.faults().plan();
        }
        String token = isolation == Isolation.FRESH_TOKEN ? testName + "." + (issued.size() + 1) : fixedToken;
        issued.add(token);
        TestRun run = new TestRun(this, new EngageProject(engage, token), testName, allowsRejections);
        for (TestRun other : running) {
            other.meet(run);
            run.meet(other);
        }
        running.add(run);
        return run;
    }

    private void beginAlone(String testName) {
        if (!running.isEmpty()) {
            throw new IllegalStateException("isolation " + isolation + " needs tests that run one after another, but "
                    + testName + " began while " + running + " ran on the same double; use " + Isolation.FRESH_TOKEN
                    + " or annotate the classes with @Execution(ExecutionMode.SAME_THREAD)");
        }
        // Taken before the first test, and so with what its class made for all of its tests.
        Snapshot start = first == null ? engage.engine().snapshot() : first;
        first = start;
        engage.reset();
        if (isolation == Isolation.FORK) {
            engage.restore(start);
        }
    }

    /**
     * Ends a test; its fresh project is forgotten. With the last one that runs ends what it did to the clock and to the
     * plan of faults, whose counts begin anew for the next.
     */
    synchronized void end(TestRun run) {
        if (!running.remove(run)) {
            return;
        }
        if (isolation == Isolation.FRESH_TOKEN) {
            engage.reset(run.project().token());
        }
        if (running.isEmpty()) {
            engage.resetClock();
            if (engage.faults().plan() != faults || !faults.equals(FaultPlan.NONE)) {
                engage.faults().set(faults);
            }
        }
    }

    /** Every token that a test was given so far. */
    synchronized List<String> issued() {
        return List.copyOf(issued);
    }

    @Override
    public void close() {
        engage.close();
    }
}
