package io.github.profileengine.laws;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleOutcome;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reducers that use another operand than that of the update. Keys are as in {@link WrongReducers}. */
final class WrongOperands {
    private WrongOperands() {}

    /** The operand that an operator uses on a profile; {@code before} is null if there is no profile. */
    private interface Rule {
        Object operand(Map<String, Object> before, Object right);
    }

    private static Function<OracleOptions, Oracle> wrong(String operator, Rule rule) {
        return options -> new Oracle(options) {
            @Override
            protected Map<String, Object> operated(
                    Map<String, Object> before,
                    OracleUpdate update,
                    Map<String, Object> operands,
                    List<OracleOutcome> outcomes) {
                operands.computeIfPresent(operator, (symbol, operand) -> rule.operand(before, operand));
                return super.operated(before, update, operands, outcomes);
            }
        };
    }

    static Map<String, Function<OracleOptions, Oracle>> all() {
        Map<String, Function<OracleOptions, Oracle>> all = new LinkedHashMap<>();
        all.put("l5: one holder has all values of a set", wrong("$set", (before, operand) -> {
            Map<String, Object> values = OracleValues.object(operand);
            List<Object> each = new ArrayList<>(values.values());
            values.replaceAll((name, value) -> each.get(each.size() - 1));
            return values;
        }));
        all.put("l13: set_once does all or nothing", wrong("$set_once", (before, operand) -> {
            Map<String, Object> values = OracleValues.object(operand);
            boolean free = before == null || Collections.disjoint(before.keySet(), values.keySet());
            return free ? values : Map.of();
        }));
        all.put("l36: append stops after one property", wrong("$append", (before, operand) -> {
            Map<String, Object> values = OracleValues.object(operand);
            String first = values.isEmpty() ? null : values.keySet().iterator().next();
            values.keySet().removeIf(name -> !name.equals(first));
            return values;
        }));
        all.put("l51: unset stops after one name", wrong("$unset", (before, operand) -> {
            List<Object> names = OracleValues.elements(operand);
            return names.isEmpty() ? names : names.subList(0, 1);
        }));
        return all;
    }
}
