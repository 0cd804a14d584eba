package io.github.profileengine.laws;

import static io.github.profileengine.laws.WrongOperators.applied;

import io.github.profileengine.oracle.OracleOperators;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Kinds of {@code $add} that lead to another sum. Keys are as in {@link WrongReducers}. */
final class WrongSums {
    private static final MathContext FIFTEEN = new MathContext(15, RoundingMode.DOWN);

    private WrongSums() {}

    /** A sum in place of the right one, for two numbers whose right sum is finite; null keeps the right one. */
    private interface Sum {
        Object of(Number now, Number operand, Object right);
    }

    private static Function<OracleOptions, OracleOperators> wrong(Sum sum) {
        return WrongOperators.wrong("$add", (now, operand, right) -> {
            boolean sums = now instanceof Number && operand instanceof Number && right.after() != now;
            Object wrong = sums ? sum.of((Number) now, (Number) operand, right.after()) : null;
            return wrong == null ? null : applied(wrong);
        });
    }

    static Map<String, Function<OracleOptions, OracleOperators>> all() {
        Map<String, Function<OracleOptions, OracleOperators>> all = new LinkedHashMap<>();
        all.put(
                "l15: add begins at 0.0",
                WrongOperators.wrong(
                        "$add",
                        (now, operand, right) -> now == OracleOperators.ABSENT && operand instanceof Number number
                                ? applied(OracleValues.real(0.0 + number.doubleValue()))
                                : null));
        all.put(
                "l18: add applies zero",
                WrongOperators.wrong(
                        "$add",
                        (now, operand, right) ->
                                now instanceof Number && Long.valueOf(0).equals(operand) ? applied(now) : null));
        all.put(
                "l19: add does not go below zero",
                wrong((now, operand, right) -> right instanceof Long sum ? Math.max(0, sum) : null));
        all.put(
                "l20: add stops at the largest integer of a page",
                wrong((now, operand, right) -> right instanceof Long sum ? Math.min(1L << 53, sum) : null));
        all.put(
                "l21: add keeps fifteen digits",
                wrong((now, operand, right) -> right instanceof Double sum
                        ? OracleValues.real(new BigDecimal(sum).round(FIFTEEN).doubleValue())
                        : null));
        all.put(
                "l22: a large integer stays exact when a double comes to it",
                wrong((now, operand, right) ->
                        now instanceof Long whole && operand instanceof Double real && Math.abs(whole) > 1L << 53
                                ? whole + real.longValue()
                                : null));
        all.put(
                "l26: add of what is no number creates zero",
                WrongOperators.wrong(
                        "$add",
                        (now, operand, right) ->
                                now == OracleOperators.ABSENT && !(operand instanceof Number) ? applied(0L) : null));
        return all;
    }
}
