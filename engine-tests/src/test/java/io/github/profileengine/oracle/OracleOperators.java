package io.github.profileengine.oracle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of SEMANTICS section 2, one operator on one property. Not final: wrong reducers change one rule each. */
public class OracleOperators {
    /** Stands for a property that is missing. */
    public static final Object ABSENT = "absent".toCharArray();

    private final boolean flatten;

    public OracleOperators(boolean flatten) {
        this.flatten = flatten;
    }

    /** The value after the operator and the problem part of the rule that decided it. */
    public record Effect(Object after, String problem) {}

    public Effect apply(String operator, Object now, Object operand) {
        return switch (operator) {
            case "$set" -> set(now, operand);
            case "$set_once" -> setOnce(now, operand);
            case "$merge" -> merge(now, operand);
            case "$add" -> add(now, operand);
            case "$union" -> union(now, operand);
            case "$append" -> append(now, operand);
            case "$remove" -> remove(now, operand);
            case "$unset" -> new Effect(ABSENT, now == ABSENT ? "absent" : "applied");
            default -> throw new IllegalArgumentException(operator);
        };
    }

    protected Effect set(Object now, Object operand) {
        return changed(now, operand, "applied");
    }

    protected Effect setOnce(Object now, Object operand) {
        return now == ABSENT ? new Effect(operand, "applied") : new Effect(now, "present");
    }

    protected Effect merge(Object now, Object operand) {
        if (!(operand instanceof Map)) {
            return new Effect(now, "bad-operand");
        } else if (now == ABSENT) {
            return new Effect(operand, "applied");
        } else if (!(now instanceof Map)) {
            return new Effect(now, "on-non-object");
        }
        Map<String, Object> merged = OracleValues.object(now);
        merged.putAll(OracleValues.object(operand));
        return changed(now, merged, "applied");
    }

    protected Effect add(Object now, Object operand) {
        if (!(operand instanceof Number)) {
            return new Effect(now, "bad-operand");
        } else if (now == ABSENT) {
            return new Effect(operand, "applied");
        } else if (!(now instanceof Number)) {
            return new Effect(now, "on-non-number");
        }
        if (now instanceof Long a && operand instanceof Long b) {
            BigInteger sum = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
            return OracleValues.fits(sum)
                    ? changed(now, sum.longValueExact(), "applied")
                    : changed(now, OracleValues.real((double) a + (double) b), "integer-overflow");
        }
        double sum = ((Number) now).doubleValue() + ((Number) operand).doubleValue();
        return Double.isInfinite(sum) ? new Effect(now, "not-finite") : changed(now, OracleValues.real(sum), "applied");
    }

    protected Effect union(Object now, Object operand) {
        if (now != ABSENT && !(now instanceof List)) {
            return new Effect(now, "on-non-list");
        }
        List<Object> all = now == ABSENT ? new ArrayList<>() : OracleValues.elements(now);
        all.addAll(OracleValues.elements(operand));
        return changed(now, OracleValues.unique(all), operand instanceof List ? "applied" : "value-as-list");
    }

    protected Effect append(Object now, Object operand) {
        if (now != ABSENT && !(now instanceof List)) {
            return new Effect(now, "on-non-list");
        }
        List<Object> all = now == ABSENT ? new ArrayList<>() : OracleValues.elements(now);
        if (flatten) {
            all.addAll(OracleValues.elements(operand));
        } else {
            all.add(operand);
        }
        return changed(now, all, "applied");
    }

    protected Effect remove(Object now, Object operand) {
        if (now == ABSENT) {
            return new Effect(now, "absent");
        } else if (!(now instanceof List)) {
            return new Effect(now, "on-non-list");
        }
        List<Object> rest = OracleValues.elements(now);
        rest.removeIf(OracleValues.elements(operand)::contains);
        return rest.equals(now) ? new Effect(now, "absent") : new Effect(rest, "applied");
    }

    protected static Effect changed(Object now, Object after, String problem) {
        return now != ABSENT && Objects.equals(now, after)
                ? new Effect(now, "equal-value")
                : new Effect(after, problem);
    }
}
