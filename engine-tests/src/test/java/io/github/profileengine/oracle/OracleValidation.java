package io.github.profileengine.oracle;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The part of SEMANTICS section 7 that looks at an update alone: operands in canonical form, or the rejection. */
final class OracleValidation {
    static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
    static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

    private static final Set<String> NOT_FOR_GROUPS = Set.of("$add", "$append", "$merge");
    private static final Set<String> JUNK = Set.of(("00000000-0000-0000-0000-000000000000 anon anonymous nil none null"
                    + " n/a na undefined unknown <nil> 0 -1 true false [] {}")
            .split(" "));

    private OracleValidation() {}

    /**
     * The operands by operator, in the order of section 2: an object without {@code $ip}, the list of names, or null
     * for $delete.
     */
    static Map<String, Object> operands(OracleUpdate update, boolean strict) {
        Map<String, Object> operands = new TreeMap<>((a, b) -> Oracle.ORDER.indexOf(a) - Oracle.ORDER.indexOf(b));
        update.operands().forEach((operator, operand) -> operands.put(operator, OracleValues.canonical(operand)));
        Instant time = update.time();
        if (time != null && (time.isBefore(FIRST_TIME) || !time.isBefore(END_OF_TIME))) {
            throw new OracleRejection("record-time-bad", "$time");
        }
        if (operands.isEmpty()) {
            throw new OracleRejection("record-operator-missing", "operator");
        }
        for (String operator : operands.keySet()) {
            if (update.target().isGroup() && NOT_FOR_GROUPS.contains(operator)) {
                throw new OracleRejection("record-operator-not-for-groups", operator);
            }
        }
        boolean bareText = operands.get("$unset") instanceof String;
        operands.replaceAll(OracleValidation::typed);
        if (strict) {
            strict(update.target(), operands, bareText);
        }
        return operands;
    }

    private static Object typed(String operator, Object operand) {
        if (operator.equals("$delete")) {
            return null;
        }
        if (operator.equals("$unset")) {
            boolean names = operand instanceof String
                    || operand instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            return require(names, OracleValues.elements(operand), operator);
        }
        boolean object = operand instanceof Map || List.of().equals(operand);
        Map<String, Object> values = OracleValues.object(operand instanceof Map ? operand : Map.of());
        values.remove("$ip");
        return require(object, values, operator);
    }

    private static Object require(boolean fits, Object operand, String operator) {
        if (!fits) {
            throw new OracleRejection("record-operand-bad-type", operator);
        }
        return operand;
    }

    private static void strict(OracleId target, Map<String, Object> operands, boolean bareText) {
        if (JUNK.contains(target.id())) {
            String field = target.isGroup() ? "group_id" : "distinct_id";
            throw new OracleRejection("record-" + field + "-junk", "$" + field);
        }
        for (String operator : List.of("$add", "$merge", "$union")) {
            if (operands.get(operator) instanceof Map<?, ?> values) {
                values.values().forEach(value -> strictValue(operator, value));
            }
        }
        if (bareText) {
            throw new OracleRejection("record-operand-bare-text", "$unset");
        }
        Set<String> named = new HashSet<>();
        operands.forEach((operator, operand) -> {
            for (String name : names(operand)) {
                if (!named.add(name)) {
                    throw new OracleRejection("record-operand-conflict", operator);
                }
            }
        });
    }

    private static void strictValue(String operator, Object value) {
        if (operator.equals("$add") && !(value instanceof Number)) {
            throw new OracleRejection("record-operand-not-number", operator);
        } else if (operator.equals("$merge") && !(value instanceof Map)) {
            throw new OracleRejection("record-operand-not-object", operator);
        } else if (operator.equals("$union")
                && (!(value instanceof List) || List.of().equals(value))) {
            throw new OracleRejection("record-operand-not-list", operator);
        }
    }

    /** The distinct property names of a validated operand, in code point order. */
    static Set<String> names(Object operand) {
        Map<String, Object> names = OracleValues.newObject();
        if (operand instanceof Map) {
            names.putAll(OracleValues.object(operand));
        } else if (operand instanceof List<?> list) {
            list.forEach(name -> names.put((String) name, null));
        }
        return names.keySet();
    }
}
