package io.github.profileengine.store;

import java.util.regex.Pattern;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;

/** Runs Lincheck with few threads and calls, in many orders. */
final class Lincheck {
    /** Multiplies the number of runs; the profile lincheck raises it. */
    private static final int EFFORT = Integer.getInteger("lincheck.effort", 1);

    // Lincheck rewrites classes while they load. On a busy machine, the first run takes longer than the 30 seconds
    // after which Lincheck assumes a deadlock.
    private static final long PATIENCE_MILLIS = 300_000;

    // Pure functions, and what a single thread has to itself, have no interleavings worth trying. Code that creates
    // objects which threads share must not be left out: Lincheck switches threads only at objects that it saw being
    // created. Records are left out all the same, because it cannot follow views of byte arrays; other tests cover what
    // threads see of them.
    private static final Pattern LEFT_OUT = Pattern.compile("org\\.eclipse\\.collections\\..*"
            + "|io\\.github\\.profileengine\\.(?!store\\.|table\\.|snapshot\\.).*"
            + "|io\\.github\\.profileengine\\.store\\.(Acceptance|Batch\\w*|\\w*Counters|StackHeadroom)(\\$.*)?");

    private Lincheck() {}

    /** Runs calls on real threads. */
    static void stress(Class<?> calls, Class<?> model) {
        run(new StressOptions().iterations(3 * EFFORT).invocationsPerIteration(100), calls, model);
    }

    /** Runs calls in orders that Lincheck chooses, switching threads where it likes. */
    static void modelCheck(Class<?> calls, Class<?> model, int iterations) {
        ModelCheckingOptions options = new ModelCheckingOptions()
                .iterations(iterations * EFFORT)
                .invocationsPerIteration(50)
                .addGuarantee(withoutLeftOut());
        run(options, calls, model);
    }

    private static ManagedStrategyGuarantee withoutLeftOut() {
        return ManagedStrategyGuaranteeKt.forClasses(
                        name -> LEFT_OUT.matcher(name).matches())
                .allMethods()
                .ignore();
    }

    private static <T extends Options<T, ?>> void run(T options, Class<?> calls, Class<?> model) {
        options.threads(2)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1)
                .sequentialSpecification(model)
                .minimizeFailedScenario(false)
                .invocationTimeout$lincheck(PATIENCE_MILLIS)
                .check(calls);
    }
}
