package io.github.profileengine.testdouble.fault;

import io.github.profileengine.testdouble.journal.DisturbanceKind;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often updates reach the engine differently from how they were sent. An update is disturbed at most once, so the
 * probabilities add up to at most 1. Immutable; a {@code with...} method returns a changed copy.
 *
 * @param token the project whose updates are disturbed; null for every project
 * @param duplicate the probability that an update is applied twice, the second time right after the first
 * @param drop the probability that it is never applied
 * @param reorder the probability that it is applied only after one of the next updates of its project
 * @param window how many updates later that one is at most
 * @param delay the probability that it is applied only after {@code delayUpdates} more updates of its project have
 *     arrived
 * @param delayUpdates how many updates {@code delay} waits for
 */
public record RedeliveryPlan(
        @Nullable String token,
        double duplicate,
        double drop,
        double reorder,
        int window,
        double delay,
        int delayUpdates) {
    /** Everything is applied as it is sent. */
    public static final RedeliveryPlan CLEAN = new RedeliveryPlan(null, 0, 0, 0, 1, 0, 10);

    static final int MAX_DISTANCE = 10_000;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is wrong; the message begins with its name in a plan
     */
    public RedeliveryPlan {
        FaultRule.require(token == null || !token.isEmpty(), "token, empty");
        requirePart("duplicate", duplicate);
        requirePart("drop", drop);
        requirePart("reorder", reorder);
        requirePart("delay", delay);
        // A little more than 1 is allowed, for rounding errors in sums such as ten tenths.
        FaultRule.require(
                duplicate + drop + reorder + delay <= 1 + 1e-9, "duplicate, with drop, reorder and delay over 1");
        FaultRule.require(window >= 1 && window <= MAX_DISTANCE, "window, not 1 to " + MAX_DISTANCE);
        FaultRule.require(delayUpdates >= 1 && delayUpdates <= MAX_DISTANCE, "delay_updates, not 1 to " + MAX_DISTANCE);
    }

    private static void requirePart(String name, double part) {
        FaultRule.require(part >= 0 && part <= 1, name + ", not 0 to 1");
    }

    /** Disturbs the updates of one project; null for every project. */
    public RedeliveryPlan withToken(@Nullable String project) {
        return new RedeliveryPlan(project, duplicate, drop, reorder, window, delay, delayUpdates);
    }

    /** Applies a fraction of the updates twice. */
    public RedeliveryPlan withDuplicate(double part) {
        return new RedeliveryPlan(token, part, drop, reorder, window, delay, delayUpdates);
    }

    /** Drops a fraction of the updates. */
    public RedeliveryPlan withDrop(double part) {
        return new RedeliveryPlan(token, duplicate, part, reorder, window, delay, delayUpdates);
    }

    /** Applies a fraction of the updates after one of the next {@code within} updates of their project. */
    public RedeliveryPlan withReorder(double part, int within) {
        return new RedeliveryPlan(token, duplicate, drop, part, within, delay, delayUpdates);
    }

    /** Applies a fraction of the updates only when {@code laterUpdates} more updates of their project have arrived. */
    public RedeliveryPlan withDelay(double part, int laterUpdates) {
        return new RedeliveryPlan(token, duplicate, drop, reorder, window, part, laterUpdates);
    }

    boolean concerns(String project) {
        return token == null || Objects.equals(token, project);
    }

    /** What happens to an update for which {@code drawn} was drawn, from 0 to 1, exclusive; null if nothing does. */
    @Nullable
    DisturbanceKind kind(double drawn) {
        if (drawn < duplicate) {
            return DisturbanceKind.DUPLICATE;
        } else if (drawn < duplicate + drop) {
            return DisturbanceKind.DROP;
        } else if (drawn < duplicate + drop + reorder) {
            return DisturbanceKind.REORDER;
        }
        return drawn < duplicate + drop + reorder + delay ? DisturbanceKind.DELAY : null;
    }

    /** The members of the redelivery in a plan. */
    Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>(Map.of(
                "duplicate", duplicate,
                "drop", drop,
                "reorder", reorder,
                "window", window,
                "delay", delay,
                "delay_updates", delayUpdates));
        if (token != null) {
            members.put("token", token);
        }
        return members;
    }
}
