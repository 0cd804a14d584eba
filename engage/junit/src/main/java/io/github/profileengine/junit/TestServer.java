package io.github.profileengine.junit;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.fault.FaultPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A double and the tests that run on it. Any thread may use it. */
final class TestServer implements AutoCloseable {
    private final EngageDouble engage;
    private final Set<String> known;
    private final Isolation isolation;
    private final String fixedToken;
    private @Nullable Snapshot first;
    // The plan of faults before the running tests started. Their class may have set it for all of its tests.
    private FaultPlan faults = FaultPlan.NONE;
    private final Set<String> issued = new HashSet<>();
    private final Set<TestRun> running = new HashSet<>();

    /**
     * Has no tests yet.
     *
     * @param known the projects that the double knows; empty if it knows every project
     */
    TestServer(EngageDouble engage, Set<String> known, Isolation isolation, String fixedToken) {
        this.engage = engage;
        this.known = known;
        this.isolation = isolation;
        this.fixedToken = fixedToken;
    }

    EngageDouble engage() {
        return engage;
    }

    Set<String> known() {
        return known;
    }

    /** The project that all tests on this double share. */
    EngageProject sharedProject() {
        return new EngageProject(engage, fixedToken, engage.journal().total());
    }

    /** Starts a test: cleans up as the isolation requires, and gives the test its project. */
    synchronized TestRun begin(String testName, boolean allowsRejections) {
        if (isolation != Isolation.FRESH_TOKEN) {
            beginAlone(testName);
        }
        if (running.isEmpty()) {
            faults = engage.faults().plan();
        }
        String token = isolation == Isolation.FRESH_TOKEN ? testName + "." + (issued.size() + 1) : fixedToken;
        issued.add(token);
        EngageProject project =
                new EngageProject(engage, token, engage.journal().total());
        TestRun run = new TestRun(this, project, testName, allowsRejections);
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
        // Taken before the first test, so it contains what the class has prepared for all of its tests.
        Snapshot start = first == null ? engage.engine().snapshot() : first;
        first = start;
        engage.reset();
        if (isolation == Isolation.FORK) {
            engage.restore(start);
        }
    }

    /**
     * Ends a test and forgets its fresh project. After the last running test, the clock and the plan of faults are
     * reset to what they were before; the plan then starts again with all counts at zero.
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

    /** Every token that tests were given so far. */
    synchronized List<String> issued() {
        return List.copyOf(issued);
    }

    @Override
    public void close() {
        engage.close();
    }
}
