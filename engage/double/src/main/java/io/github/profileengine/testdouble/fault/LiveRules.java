package io.github.profileengine.testdouble.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The rules of a plan with their state. */
final class LiveRules implements RequestFaults {
    static final LiveRules NONE = new LiveRules(List.of());

    private final List<LiveRule> rules;

    private LiveRules(List<LiveRule> rules) {
        this.rules = rules;
    }

    static LiveRules of(FaultPlan plan) {
        List<LiveRule> live = new ArrayList<>();
        for (FaultRule rule : plan.rules()) {
            live.add(new LiveRule(rule, Draws.of(plan.seed(), "rule " + live.size())));
        }
        return new LiveRules(List.copyOf(live));
    }

    @Override
    public Strike strike(Supplier<Set<String>> tokens) {
        return rules.isEmpty() ? Strike.NONE : strike(tokens.get());
    }

    private Strike strike(Set<String> tokens) {
        Strike strike = Strike.NONE;
        for (LiveRule live : rules) {
            // Draws even if the result cannot count, so that the draws of a rule do not depend on the other rules.
            boolean drawn = live.draws(tokens);
            boolean counts = !live.rule().kind().decides() || strike.decisive() == null;
            if (drawn && counts && live.take()) {
                strike = strike.and(live.rule());
            }
        }
        return strike;
    }
}
