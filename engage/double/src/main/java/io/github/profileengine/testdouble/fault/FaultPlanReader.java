package io.github.profileengine.testdouble.fault;

import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.ReaderOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads plans from JSON. Every message begins with the path of the member at fault. */
final class FaultPlanReader {
    private FaultPlanReader() {}

    static FaultPlan read(byte[] json) {
        Members plan = Members.of(JsonText.read(json, ReaderOptions.defaults()), "");
        long seed = plan.integer("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE);
        List<FaultRule> rules = new ArrayList<>();
        for (Object rule : plan.list("rules")) {
            rules.add(rule(rule, "rules[" + rules.size() + "]"));
        }
        RedeliveryPlan redelivery =
                plan.value("redelivery") == null ? null : redelivery(plan.value("redelivery"), "redelivery");
        plan.requireNoOthers();
        return new FaultPlan(seed, rules, redelivery);
    }

    private static FaultRule rule(@Nullable Object value, String path) {
        Members rule = Members.of(value, path);
        String word = rule.text("kind");
        FaultKind kind = word == null ? null : FaultKind.ofWord(word);
        if (kind == null) {
            throw rule.wrong("kind", "not one of " + FaultKind.words());
        }
        String token = rule.text("token");
        int status = (int) rule.integer("status", 0, 0, Integer.MAX_VALUE);
        Integer retryAfter = rule.value("retry_after_seconds") == null
                ? null
                : (int) rule.integer("retry_after_seconds", 0, 0, FaultRule.MAX_RETRY_AFTER_SECONDS);
        Duration duration = Duration.ofMillis(rule.integer("millis", 0, 0, FaultRule.MAX_MILLIS));
        double probability = rule.number("probability", 1);
        long times = rule.integer("times", FaultRule.ALWAYS, 0, FaultRule.ALWAYS);
        rule.requireNoOthers();
        return at(path, () -> new FaultRule(token, kind, status, retryAfter, duration, probability, times));
    }

    private static RedeliveryPlan redelivery(@Nullable Object value, String path) {
        Members plan = Members.of(value, path);
        String token = plan.text("token");
        RedeliveryPlan clean = RedeliveryPlan.CLEAN;
        double duplicate = plan.number("duplicate", 0);
        double drop = plan.number("drop", 0);
        double reorder = plan.number("reorder", 0);
        int window = (int) plan.integer("window", clean.window(), 1, RedeliveryPlan.MAX_DISTANCE);
        double delay = plan.number("delay", 0);
        int later = (int) plan.integer("delay_updates", clean.delayUpdates(), 1, RedeliveryPlan.MAX_DISTANCE);
        plan.requireNoOthers();
        return at(path, () -> new RedeliveryPlan(token, duplicate, drop, reorder, window, delay, later));
    }

    private static <T> T at(String path, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + e.getMessage(), e);
        }
    }
}
