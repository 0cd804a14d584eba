package io.github.profileengine.laws;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleOutcome;
import io.github.profileengine.oracle.OracleResult;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reducers that treat a whole record wrongly. Keys are as in {@link WrongReducers}. */
final class WrongOracles {
    private WrongOracles() {}

    static Map<String, Function<OracleOptions, Oracle>> all() {
        Map<String, Function<OracleOptions, Oracle>> all = new LinkedHashMap<>();
        all.put("l57: a rejected record stays half applied", HalfApplied::new);
        all.put("l57: a rejected record moves last_seen", RejectedMovesTime::new);
        all.put("l4: names are folded to lower case", options -> new FoldedNames(options, WrongOracles::folded));
        all.put("l71: the operand's containers are shared", SharedOperands::new);
        all.put("m2: operators apply as they are sent", SentOrder::new);
        all.put("l52: delete leaves an empty profile", DeleteLeavesEmpty::new);
        all.put("l50: the last unset drops the profile", UnsetDropsProfile::new);
        all.put("l7: an empty set creates nothing", EmptySetCreatesNothing::new);
        all.put("m4: created moves on every write", options -> new WrongTimes(options, true));
        all.put("m5: last_seen is the greatest time", options -> new WrongTimes(options, false));
        all.put("l25: the first clash ends the operator", StopsAtClash::new);
        all.put("l4: names are normalised", options -> new FoldedNames(options, WrongOracles::normalised));
        all.put("m4: created comes back", options -> new Times(options, WrongOracles::createdComesBack));
        all.put("m5: last_seen never moves", options -> new Times(options, WrongOracles::seenStays));
        all.put("m5: a rejected record moves last_seen", RejectedMovesTime::new);
        all.putAll(WrongRecords.all());
        all.putAll(WrongOperands.all());
        all.putAll(WrongMemories.oracles());
        return all;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String normalised(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    private static void createdComesBack(Map<String, Object> before, Map<String, Object> after, String time) {
        after.putIfAbsent("$created", time);
    }

    private static void seenStays(Map<String, Object> before, Map<String, Object> after, String time) {
        if (before != null && before.containsKey("$last_seen")) {
            after.put("$last_seen", before.get("$last_seen"));
        }
    }

    private static final class HalfApplied extends Oracle {
        HalfApplied(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            Object sets = update.operands().get("$set");
            if (!result.isRejected() || before == null || !(sets instanceof Map<?, ?> operand) || operand.isEmpty()) {
                return result;
            }
            Map<String, Object> half = copy(before);
            operand.forEach((name, value) -> half.put((String) name, "half"));
            return new OracleResult(half, result.outcomes(), result.rejection());
        }
    }

    private static final class RejectedMovesTime extends Oracle {
        RejectedMovesTime(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            if (!result.isRejected() || before == null) {
                return result;
            }
            Map<String, Object> moved = copy(before);
            moved.put("$last_seen", timeText(Places.CLOCK));
            return new OracleResult(moved, result.outcomes(), result.rejection());
        }
    }

    private static final class FoldedNames extends Oracle {
        private final UnaryOperator<String> folded;

        FoldedNames(OracleOptions options, UnaryOperator<String> folded) {
            super(options);
            this.folded = folded;
        }

        @Override
        protected void store(Map<String, Object> profile, String name, Object after) {
            super.store(profile, folded.apply(name), after);
        }
    }

    /**
     * Spoils the automatic properties after the right rule has set them; {@code before} is null if there was no
     * profile.
     */
    private interface TimesRule {
        void spoil(Map<String, Object> before, Map<String, Object> after, String time);
    }

    private static final class Times extends Oracle {
        private final TimesRule rule;

        Times(OracleOptions options, TimesRule rule) {
            super(options);
            this.rule = rule;
        }

        @Override
        protected void automatic(
                Map<String, Object> before,
                Map<String, Object> after,
                OracleUpdate update,
                Map<String, Object> operands) {
            super.automatic(before, after, update, operands);
            if (update.time() != null && options.automaticCreated()) {
                rule.spoil(before, after, timeText(update.time()));
            }
        }
    }

    private static final class SharedOperands extends Oracle {
        SharedOperands(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            if (result.after() != null && update.operands().get("$set") instanceof Map<?, ?> operand) {
                operand.forEach((name, value) -> {
                    if (value instanceof List
                            && OracleValues.canonical(value)
                                    .equals(result.after().get(name))) {
                        result.after().put((String) name, value);
                    }
                });
            }
            return result;
        }
    }

    private static final class SentOrder extends Oracle {
        SentOrder(OracleOptions options) {
            super(options);
        }

        @Override
        protected Map<String, Object> operands(OracleUpdate update) {
            Map<String, Object> checked = super.operands(update);
            Map<String, Object> asSent = new LinkedHashMap<>();
            update.operands().keySet().forEach(operator -> asSent.put(operator, checked.get(operator)));
            return asSent;
        }
    }

    private static final class DeleteLeavesEmpty extends Oracle {
        DeleteLeavesEmpty(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            boolean deleted = before != null && result.after() == null;
            return deleted ? new OracleResult(Map.of(), result.outcomes(), null) : result;
        }
    }

    private static final class UnsetDropsProfile extends Oracle {
        UnsetDropsProfile(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            boolean empty = result.after() != null && result.after().isEmpty();
            boolean drops = empty && update.operands().containsKey("$unset") && !result.isRejected();
            return drops ? new OracleResult(null, result.outcomes(), null) : result;
        }
    }

    private static final class EmptySetCreatesNothing extends Oracle {
        EmptySetCreatesNothing(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, update);
            boolean nothing = before == null && result.outcomes().isEmpty();
            return nothing ? new OracleResult(null, List.of(), null) : result;
        }
    }

    private static final class WrongTimes extends Oracle {
        private final boolean created;

        WrongTimes(OracleOptions options, boolean created) {
            super(options);
            this.created = created;
        }

        @Override
        protected void automatic(
                Map<String, Object> before,
                Map<String, Object> after,
                OracleUpdate update,
                Map<String, Object> operands) {
            Object seen = after.get("$last_seen");
            super.automatic(before, after, update, operands);
            if (created && after.containsKey("$created") && update.time() != null) {
                after.put("$created", timeText(update.time()));
            } else if (!created && seen instanceof String text && update.time() != null) {
                boolean older = timeText(update.time()).compareTo(text) < 0;
                after.put("$last_seen", older ? seen : after.get("$last_seen"));
            }
        }
    }

    private static final class StopsAtClash extends Oracle {
        StopsAtClash(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult right = super.reduce(before, update);
            Object adds = update.operands().get("$add");
            boolean single = update.operands().size() == 1 && adds instanceof Map && before != null;
            int clash =
                    right.outcomes().stream().map(OracleOutcome::kind).toList().indexOf("IGNORED");
            if (!single || clash < 0 || right.after() == null) {
                return right;
            }
            Map<String, Object> stopped = copy(right.after());
            List<OracleOutcome> later = new ArrayList<>(
                    right.outcomes().subList(clash, right.outcomes().size()));
            for (OracleOutcome outcome : later) {
                if (before.containsKey(outcome.property())) {
                    stopped.put(outcome.property(), before.get(outcome.property()));
                } else {
                    stopped.remove(outcome.property());
                }
            }
            return new OracleResult(stopped, right.outcomes().subList(0, clash + 1), null);
        }
    }
}
