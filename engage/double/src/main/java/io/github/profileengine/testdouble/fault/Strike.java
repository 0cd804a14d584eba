package io.github.profileengine.testdouble.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with one request. Immutable.
 *
 * @param rules the rules that struck, in the order of the plan; at most one of them cuts or answers the request
 */
public record Strike(List<FaultRule> rules) {
    /** Nothing goes wrong. */
    public static final Strike NONE = new Strike(List.of());

    /** Copies the list. */
    public Strike {
        rules = List.copyOf(rules);
    }

    /** Whether something goes wrong. */
    public boolean isHit() {
        return !rules.isEmpty();
    }

    /** Whether nothing of the request may be applied. */
    public boolean isPreventing() {
        return rules.stream().anyMatch(rule -> rule.kind().prevents());
    }

    /** The rule that cuts or answers the request; null if none does. */
    public @Nullable FaultRule decisive() {
        return rules.stream().filter(rule -> rule.kind().decides()).findFirst().orElse(null);
    }

    /** How long the answer is delayed. */
    public Duration delay() {
        return total(FaultKind.DELAY);
    }

    /** How long to wait after each byte of the answer's body. */
    public Duration pause() {
        return total(FaultKind.SLOW_BODY);
    }

    private Duration total(FaultKind kind) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind)
                .map(FaultRule::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** A text for the journal, such as {@code injected: status 503}. */
    public String text() {
        return "injected: " + rules.stream().map(FaultRule::phrase).collect(Collectors.joining(", "));
    }

    Strike and(FaultRule rule) {
        List<FaultRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Strike(more);
    }
}
