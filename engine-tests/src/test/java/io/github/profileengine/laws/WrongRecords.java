package io.github.profileengine.laws;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleResult;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reducers that judge or take a whole record wrongly. Keys are as in {@link WrongReducers}. */
final class WrongRecords {
    private WrongRecords() {}

    static Map<String, Function<OracleOptions, Oracle>> all() {
        Map<String, Function<OracleOptions, Oracle>> all = new LinkedHashMap<>();
        all.put("l2: a version counts sets", CountsSets::new);
        all.put("l37: the limit of bytes is one too high", options -> new Oracle(spare(options, 1)));
        all.put("l37: the limit of bytes is one too low", options -> new Oracle(spare(options, -1)));
        all.put("l37: a full list loses its oldest element", DropsOldest::new);
        all.put("l48: unset creates a profile", options -> new Creates(options, "$unset"));
        all.put("l53: delete of no profile creates one", options -> new Creates(options, "$delete"));
        all.put(
                "l65: strict appends flatten",
                options -> new Oracle(options.strict() ? options.withFlatten() : options));
        all.put("l4: an empty operand leaves an empty profile", EmptyOperandClears::new);
        all.put(
                "l51: a bare text names nothing",
                options -> new Checked(options, "$unset", String.class, Map.of("$unset", List.of())));
        all.put(
                "l55: delete of a truth value does nothing",
                options -> new Checked(options, "$delete", Boolean.class, Map.of()));
        all.put("l71: a shared operand is made canonical in place", CanonicalInPlace::new);
        all.put("l71: set empties the shared list that it replaces", EmptiesInPlace::new);
        return all;
    }

    private static OracleOptions spare(OracleOptions options, int bytes) {
        OracleLimits right = options.limits();
        return right == null
                ? options
                : options.withLimits(new OracleLimits(
                        right.nameCodePoints(),
                        right.textBytes(),
                        right.propertyBytes() + bytes,
                        right.objectKeys(),
                        right.objectDepth(),
                        right.properties()));
    }

    private static final class CountsSets extends Oracle {
        CountsSets(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            if (result.after() != null
                    && !result.isRejected()
                    && update.operands().containsKey("$set")) {
                result.after().merge("version", 1L, (now, one) -> now instanceof Long version ? version + 1 : now);
            }
            return result;
        }
    }

    private static final class DropsOldest extends Oracle {
        DropsOldest(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            boolean full = result.isRejected() && result.rejection().rule().equals("record-limit-property-bytes");
            if (!full || before == null || !(update.operands().get("$append") instanceof Map<?, ?> operand)) {
                return result;
            }
            Map<String, Object> shorter = copy(before);
            shorter.replaceAll((name, value) -> operand.containsKey(name) ? withoutOldest(value) : value);
            return shorter.equals(before) ? result : reduce(shorter, update);
        }

        private static Object withoutOldest(Object value) {
            return value instanceof List<?> list && !list.isEmpty() ? list.subList(1, list.size()) : value;
        }
    }

    private static final class Creates extends Oracle {
        private final String operator;

        Creates(OracleOptions options, String operator) {
            super(options);
            this.operator = operator;
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            boolean creates = before == null && update.operands().containsKey(operator) && result.after() == null;
            return creates ? new OracleResult(Map.of(), result.outcomes(), result.rejection()) : result;
        }
    }

    private static final class EmptyOperandClears extends Oracle {
        EmptyOperandClears(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            boolean empty = before != null && result.outcomes().isEmpty();
            return empty ? new OracleResult(Map.of(), result.outcomes(), null) : result;
        }
    }

    /** If the operand of an operator has a certain type, uses other operands instead, or none. */
    private static final class Checked extends Oracle {
        private final String operator;
        private final Class<?> type;
        private final Map<String, Object> instead;

        Checked(OracleOptions options, String operator, Class<?> type, Map<String, Object> instead) {
            super(options);
            this.operator = operator;
            this.type = type;
            this.instead = instead;
        }

        @Override
        protected Map<String, Object> operands(OracleUpdate update) {
            Map<String, Object> operands = super.operands(update);
            if (type.isInstance(update.operands().get(operator))) {
                operands.remove(operator);
                operands.putAll(instead);
            }
            return operands;
        }
    }

    private static final class CanonicalInPlace extends Oracle {
        CanonicalInPlace(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            if (!result.isRejected() && update.operands() instanceof LinkedHashMap) {
                update.operands().replaceAll((operator, operand) -> OracleValues.canonical(operand));
            }
            return result;
        }
    }

    private static final class EmptiesInPlace extends Oracle {
        EmptiesInPlace(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            if (before != null && !result.isRejected() && update.operands().get("$set") instanceof Map<?, ?> operand) {
                operand.keySet().forEach(name -> {
                    if (before.get(name) instanceof ArrayList<?> replaced) {
                        replaced.clear();
                    }
                });
            }
            return result;
        }
    }
}
