package io.github.profileengine.testdouble.fault;

import io.github.profileengine.value.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is to go wrong. The same plan and the same requests in the same order give the same faults.
 * Immutable; a {@code with...} method returns a changed copy.
 *
 * <p>As JSON, with all members. A rule requires only {@code kind}, {@code status} for the kind {@code status}, and
 * {@code millis} for {@code delay} and {@code slow_body}:
 *
 * <pre>{@code
 * {"seed": 7,
 *  "rules": [
 *    {"kind": "status", "status": 429, "retry_after_seconds": 2, "token": "shop", "probability": 0.5, "times": 3},
 *    {"kind": "delay", "millis": 200},
 *    {"kind": "cut_before"}, {"kind": "cut_after"}, {"kind": "cut_inside"},
 *    {"kind": "slow_body", "millis": 50}],
 *  "redelivery": {"token": "shop", "duplicate": 0.1, "drop": 0.1, "reorder": 0.1, "window": 5,
 *    "delay": 0.1, "delay_updates": 10}}
 * }</pre>
 *
 * @param seed the seed of all random draws
 * @param rules the faults that may strike a request, at most {@value #MAX_RULES}. If several of them cut or answer it,
 *     the first counts; delays add up
 * @param redelivery how updates are disturbed; null if they are not
 */
public record FaultPlan(
        long seed, List<FaultRule> rules, @Nullable RedeliveryPlan redelivery) {
    /** The most rules of a plan. */
    public static final int MAX_RULES = 1_000;

    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(0, List.of(), null);

    /**
     * Copies the rules.
     *
     * @throws IllegalArgumentException if there are too many rules
     */
    public FaultPlan {
        rules = List.copyOf(rules);
        FaultRule.require(rules.size() <= MAX_RULES, "rules, more than " + MAX_RULES);
    }

    /** A plan of rules. */
    public static FaultPlan of(long seed, FaultRule... rules) {
        return new FaultPlan(seed, List.of(rules), null);
    }

    /** A plan of disturbed updates. */
    public static FaultPlan of(long seed, RedeliveryPlan redelivery) {
        return new FaultPlan(seed, List.of(), redelivery);
    }

    /**
     * Reads a plan from a JSON text.
     *
     * @param json the text in UTF-8
     * @throws IllegalArgumentException if the text is no plan; the message begins with the member that is wrong, such
     *     as {@code rules[0].probability}
     */
    public static FaultPlan parse(byte[] json) {
        return FaultPlanReader.read(json);
    }

    /** As {@link #parse(byte[])}. */
    public static FaultPlan parse(String json) {
        return parse(json.getBytes(StandardCharsets.UTF_8));
    }

    /** This plan with one more rule. */
    public FaultPlan with(FaultRule rule) {
        List<FaultRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new FaultPlan(seed, more, redelivery);
    }

    /** This plan with another redelivery; null if updates are not to be disturbed. */
    public FaultPlan withRedelivery(@Nullable RedeliveryPlan other) {
        return new FaultPlan(seed, rules, other);
    }

    /** Whether nothing can go wrong, whatever is drawn. */
    public boolean isEmpty() {
        return rules.isEmpty() && redelivery == null;
    }

    /** The plan as canonical JSON, which {@link #parse(String)} reads. */
    public String json() {
        Map<String, Object> members = new TreeMap<>(Map.of(
                "seed", seed, "rules", rules.stream().map(FaultRule::members).toList()));
        if (redelivery != null) {
            members.put("redelivery", redelivery.members());
        }
        return CanonicalText.of(members);
    }
}
