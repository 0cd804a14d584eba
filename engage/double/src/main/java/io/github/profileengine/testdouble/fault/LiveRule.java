package io.github.profileengine.testdouble.fault;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** A rule with its state. It counts the requests that it could strike, even if another rule struck them. */
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

    /** Draws whether the rule strikes the next request, which has records of these projects. */
    boolean draws(Set<String> tokens) {
        boolean could = rule.token() == null || tokens.contains(rule.token());
        return could && draws.at(seen.getAndIncrement()).nextDouble() < rule.probability();
    }

    /** Uses up one of the times that the rule may strike; false if none is left. */
    boolean take() {
        return left.getAndUpdate(times -> Math.max(0, times - 1)) > 0;
    }
}
