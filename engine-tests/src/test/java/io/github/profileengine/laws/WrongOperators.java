package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleOperators;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleValues;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Operators with one wrong rule each. Keys are as in {@link WrongReducers}. */
final class WrongOperators {
    private static final Object ABSENT = OracleOperators.ABSENT;

    private WrongOperators() {}

    /** A rule that may replace the effect of the right one; null keeps that effect. */
    interface Rule {
        OracleOperators.Effect effect(Object now, Object operand, OracleOperators.Effect right);
    }

    static Function<OracleOptions, OracleOperators> wrong(String operator, Rule rule) {
        return options -> new OracleOperators(options.flatten()) {
            @Override
            public Effect apply(String symbol, Object now, Object operand) {
                Effect right = super.apply(symbol, now, operand);
                Effect wrong = symbol.equals(operator) ? rule.effect(now, operand, right) : null;
                return wrong == null ? right : wrong;
            }
        };
    }

    static OracleOperators.Effect applied(Object after) {
        return new OracleOperators.Effect(after, "applied");
    }

    static Map<String, Function<OracleOptions, OracleOperators>> all() {
        Map<String, Function<OracleOptions, OracleOperators>> all = new LinkedHashMap<>();
        numbers(all);
        lists(all);
        sets(all);
        all.putAll(WrongSums.all());
        all.putAll(WrongLists.all());
        all.put(
                "l8: set_once asks for truth",
                wrong(
                        "$set_once",
                        (now, operand, right) -> now == null
                                        || List.of("", 0L, false, List.of(), Map.of())
                                                .contains(now)
                                ? applied(operand)
                                : null));
        all.put("l9: set_once lets the last win", wrong("$set_once", (now, operand, right) -> applied(operand)));
        all.put(
                "l3: set merges objects",
                wrong(
                        "$set",
                        (now, operand, right) -> now instanceof Map && operand instanceof Map
                                ? applied(deepMerged(now, operand))
                                : null));
        all.put(
                "m1: merge goes deep",
                wrong(
                        "$merge",
                        (now, operand, right) -> now instanceof Map && operand instanceof Map
                                ? applied(deepMerged(now, operand))
                                : null));
        all.put("m1: merge deletes on null", wrong("$merge", (now, operand, right) -> {
            if (right.after() instanceof Map<?, ?> merged && right.problem().equals("applied")) {
                Map<String, Object> kept = OracleValues.object(merged);
                kept.values().removeIf(value -> value == null);
                return applied(kept);
            }
            return null;
        }));
        all.put(
                "m1: merge replaces what is no object",
                wrong(
                        "$merge",
                        (now, operand, right) -> right.problem().equals("on-non-object") ? applied(operand) : null));
        all.put(
                "m1: merge stores what is no object",
                wrong(
                        "$merge",
                        (now, operand, right) -> right.problem().equals("bad-operand") ? applied(operand) : null));
        all.put("l47: unset stores null", wrong("$unset", (now, operand, right) -> applied(null)));
        return all;
    }

    private static void sets(Map<String, Function<OracleOptions, OracleOperators>> all) {
        all.put(
                "l1: set keeps integers as doubles",
                wrong(
                        "$set",
                        (now, operand, right) ->
                                operand instanceof Long whole ? applied(OracleValues.real((double) whole)) : null));
        all.put("l6: set applies an equal value", wrong("$set", (now, operand, right) -> applied(operand)));
        all.put(
                "l10: set_once collects what it is told twice",
                wrong(
                        "$set_once",
                        (now, operand, right) ->
                                Objects.equals(now, operand) ? applied(Arrays.asList(now, operand)) : null));
        all.put(
                "l11: set_once takes null for absence",
                wrong("$set_once", (now, operand, right) -> now == null ? applied(operand) : null));
        all.put(
                "l12: set fills absence only",
                wrong(
                        "$set",
                        (now, operand, right) ->
                                now == ABSENT ? null : new OracleOperators.Effect(now, "equal-value")));
        all.put(
                "l49: unset empties a list",
                wrong("$unset", (now, operand, right) -> now instanceof List ? applied(List.of()) : null));
    }

    private static void numbers(Map<String, Function<OracleOptions, OracleOperators>> all) {
        all.put(
                "l17: add wraps",
                wrong(
                        "$add",
                        (now, operand, right) ->
                                now instanceof Long a && operand instanceof Long b ? applied(a + b) : null));
        all.put(
                "l16: add goes through doubles",
                wrong(
                        "$add",
                        (now, operand, right) -> now instanceof Number a
                                        && operand instanceof Number b
                                        && !right.problem().equals("not-finite")
                                ? applied(OracleValues.real(a.doubleValue() + b.doubleValue()))
                                : null));
        all.put(
                "l24: add parses text",
                wrong(
                        "$add",
                        (now, operand, right) ->
                                now instanceof String text && text.matches("\\d+") && operand instanceof Long b
                                        ? applied(Long.parseLong(text) + b)
                                        : null));
        all.put(
                "l24: add resets what is no number",
                wrong(
                        "$add",
                        (now, operand, right) -> right.problem().equals("on-non-number") ? applied(operand) : null));
        all.put(
                "l18: add of zero creates nothing",
                wrong(
                        "$add",
                        (now, operand, right) ->
                                now == ABSENT && Long.valueOf(0).equals(operand)
                                        ? new OracleOperators.Effect(ABSENT, "equal-value")
                                        : null));
        all.put(
                "l23: add stores the largest number for infinity",
                wrong(
                        "$add",
                        (now, operand, right) ->
                                right.problem().equals("not-finite") ? applied(Double.MAX_VALUE) : null));
    }

    private static void lists(Map<String, Function<OracleOptions, OracleOperators>> all) {
        all.put(
                "l27: union keeps repeats of its operand",
                wrong(
                        "$union",
                        (now, operand, right) -> now == ABSENT ? applied(OracleValues.elements(operand)) : null));
        all.put("l32: union leaves stored duplicates", wrong("$union", (now, operand, right) -> {
            if (!(now instanceof List)) {
                return null;
            }
            List<Object> merged = OracleValues.elements(now);
            OracleValues.elements(operand).stream()
                    .filter(e -> !merged.contains(e))
                    .forEach(merged::add);
            return applied(merged);
        }));
        all.put(
                "l33: union compares numbers as doubles",
                wrong(
                        "$union",
                        (now, operand, right) -> right.after() instanceof List
                                ? applied(distinct(right.after(), WrongOperators::asDouble))
                                : null));
        all.put(
                "l33: union normalises text",
                wrong(
                        "$union",
                        (now, operand, right) -> right.after() instanceof List
                                ? applied(distinct(right.after(), WrongOperators::normalised))
                                : null));
        all.put("l34: append flattens", wrong("$append", (now, operand, right) -> {
            if (!(operand instanceof List) || right.problem().equals("on-non-list")) {
                return null;
            }
            List<Object> flat = now == ABSENT ? new ArrayList<>() : OracleValues.elements(now);
            flat.addAll(OracleValues.elements(operand));
            return applied(flat);
        }));
        all.put(
                "l35: append skips what is there",
                wrong(
                        "$append",
                        (now, operand, right) ->
                                now instanceof List<?> list && list.contains(operand) ? applied(now) : null));
        all.put("l38: remove takes the first only", wrong("$remove", (now, operand, right) -> {
            if (!right.problem().equals("applied")) {
                return null;
            }
            List<Object> rest = OracleValues.elements(now);
            OracleValues.elements(operand).forEach(rest::remove);
            return applied(rest);
        }));
        all.put(
                "l41: remove creates an empty list",
                wrong("$remove", (now, operand, right) -> now == ABSENT ? applied(List.of()) : null));
        all.put(
                "l46: remove clears what is no list",
                wrong(
                        "$remove",
                        (now, operand, right) -> right.problem().equals("on-non-list") ? applied(List.of()) : null));
        all.put(
                "l41: the last removal drops the list",
                wrong("$remove", (now, operand, right) -> List.of().equals(right.after()) ? applied(ABSENT) : null));
    }

    private static Map<String, Object> deepMerged(Object now, Object operand) {
        Map<String, Object> merged = OracleValues.object(now);
        OracleValues.object(operand).forEach((name, value) -> {
            boolean both = merged.get(name) instanceof Map && value instanceof Map;
            merged.put(name, both ? deepMerged(merged.get(name), value) : value);
        });
        return merged;
    }

    private static List<Object> distinct(Object list, Function<Object, Object> key) {
        Map<Object, Object> distinct = new LinkedHashMap<>();
        OracleValues.elements(list).forEach(element -> distinct.putIfAbsent(listKey(key.apply(element)), element));
        return new ArrayList<>(distinct.values());
    }

    private static Object listKey(Object key) {
        return key == null ? "the null" + ABSENT : key;
    }

    private static Object asDouble(Object value) {
        return value instanceof Number number ? number.doubleValue() : value;
    }

    private static Object normalised(Object value) {
        return value instanceof String text ? Normalizer.normalize(text, Normalizer.Form.NFC) : value;
    }
}
