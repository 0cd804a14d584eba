package io.github.profileengine.testdouble.fault;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A rule at work: it counts the requests that it could strike, whether another rule struck them or not. */
final class LiveRule {
    private final FaultRule rule;
    private final Draws draws;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong left;

    LiveRule(FaultRule rule, Draws draws) {
        this.rule = rule;
        this.draws = draws;
        this.left = new AtomicLong(rule.times());
    }

    FaultRule rule() {
        return rule;
    }

    /** Whether the next request with records of these projects is one to strike. */
    boolean draws(Set<String> tokens) {
        boolean could = rule.token() == null || tokens.contains(rule.token());
        return could && draws.at(seen.getAndIncrement()).nextDouble() < rule.probability();
    }

    /** Takes one of the times that it may strike; false if none is left. */
    boolean take() {
        return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }
}
