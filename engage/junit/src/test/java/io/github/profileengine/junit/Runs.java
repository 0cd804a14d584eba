package io.github.profileengine.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes as JUnit does. */
final class Runs {
    private Runs() {}

    static EngineExecutionResults of(Class<?>... classes) {
        return kit(classes).execute();
    }

    static EngineExecutionResults parallel(Class<?>... classes) {
        return kit(classes)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .execute();
    }

    private static EngineTestKit.Builder kit(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(classes).map(type -> selectClass(type)).toArray(ClassSelector[]::new));
    }

    /** What the tests and containers that failed threw. */
    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    /** Fails with what the tests threw, unless so many tests succeeded and nothing failed. */
    static void assertSucceeded(EngineExecutionResults results, int count) {
        List<Throwable> failures = failures(results);
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.get(0).getMessage(), failures.get(0));
        }
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(count));
    }

    static Throwable onlyFailure(EngineExecutionResults results) {
        List<Throwable> failures = failures(results);
        if (failures.size() != 1) {
            throw new AssertionError("not one failure but " + failures);
        }
        return failures.get(0);
    }
}
