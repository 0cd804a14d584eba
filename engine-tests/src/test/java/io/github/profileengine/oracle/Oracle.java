package io.github.profileengine.oracle;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A slow, obviously right model of one update on one profile, written from SEMANTICS.md alone. A profile is a map from
 * name to value, or null if there is none. No argument is changed, and every result is a full copy.
 */
public class Oracle {
    static final List<String> ORDER =
            List.of("$set", "$set_once", "$merge", "$add", "$union", "$append", "$remove", "$unset", "$delete");
    private static final List<String> CREATING = List.of("$set", "$set_once", "$merge", "$add", "$union", "$append");

    protected final OracleOptions options;
    private final OracleOperators operators;

    public Oracle(OracleOptions options) {
        this(options, new OracleOperators(options.flatten()));
    }

    public Oracle(OracleOptions options, OracleOperators operators) {
        this.options = options;
        this.operators = operators;
    }

    public OracleOptions options() {
        return options;
    }

    public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
        try {
            Map<String, Object> operands = operands(update);
            List<OracleOutcome> outcomes = new ArrayList<>();
            Map<String, Object> after = operated(before, update, operands, outcomes);
            if (options.limits() != null && after != null) {
                options.limits().judge(before, after);
            }
            if (after != null) {
                automatic(before, after, update, operands);
            }
            return new OracleResult(after, outcomes, null);
        } catch (OracleRejection rejection) {
            return new OracleResult(before, List.of(OracleOutcome.rejected(rejection.rule())), rejection);
        }
    }

    /** The operands by operator, in the order in which the operators apply. */
    protected Map<String, Object> operands(OracleUpdate update) {
        return OracleValidation.operands(update, options.strict());
    }

    protected Map<String, Object> operated(
            Map<String, Object> before,
            OracleUpdate update,
            Map<String, Object> operands,
            List<OracleOutcome> outcomes) {
        boolean exists = before != null || operands.keySet().stream().anyMatch(CREATING::contains);
        Map<String, Object> profile = copy(before);
        locate(profile, update, operands);
        operands.forEach((operator, operand) -> {
            if (!operator.equals("$delete")) {
                operator(profile, operator, operand, outcomes);
            }
        });
        if (operands.containsKey("$delete")) {
            outcomes.add(OracleOutcome.of("$delete", null, exists ? "applied" : "absent"));
            return null;
        }
        return exists ? profile : null;
    }

    /**
     * Writes the located names before the operators, if the update has {@code $set} or {@code $set_once}. Names that
     * one of these two contains are left out.
     */
    private static void locate(Map<String, Object> profile, OracleUpdate update, Map<String, Object> operands) {
        boolean sets = operands.containsKey("$set") || operands.containsKey("$set_once");
        if (sets && update.located() != null) {
            update.located().forEach((name, value) -> {
                boolean named = OracleValidation.names(operands.get("$set")).contains(name)
                        || OracleValidation.names(operands.get("$set_once")).contains(name);
                if (!named) {
                    profile.put(name, value);
                }
            });
        }
    }

    /** Applies one operator to every property that it names, in code point order of the names as sent. */
    private void operator(Map<String, Object> profile, String operator, Object operand, List<OracleOutcome> outcomes) {
        Map<String, Object> values = OracleValues.newObject();
        Map<String, Boolean> cut = new HashMap<>();
        for (String name : OracleValidation.names(operand)) {
            Object value = operand instanceof Map<?, ?> map ? map.get(name) : null;
            String kept = options.limits() == null ? name : options.limits().name(name);
            Object keptValue =
                    options.limits() == null ? value : options.limits().value(value);
            values.put(kept, keptValue);
            cut.put(kept, !kept.equals(name) || !Objects.equals(keptValue, value));
        }
        values.forEach((name, value) -> {
            Object now = profile.containsKey(name) ? profile.get(name) : OracleOperators.ABSENT;
            OracleOperators.Effect effect = operators.apply(operator, now, value);
            store(profile, name, effect.after());
            OracleOutcome outcome = OracleOutcome.of(operator, name, effect.problem());
            boolean changed = outcome.kind().equals("APPLIED") || outcome.kind().equals("CONVERTED");
            outcomes.add(changed && cut.get(name) ? OracleOutcome.of(operator, name, "truncated") : outcome);
        });
    }

    protected void store(Map<String, Object> profile, String name, Object after) {
        if (after == OracleOperators.ABSENT) {
            profile.remove(name);
        } else {
            profile.put(name, after);
        }
    }

    protected void automatic(
            Map<String, Object> before, Map<String, Object> after, OracleUpdate update, Map<String, Object> operands) {
        if (update.time() == null) {
            return;
        }
        if (options.automaticCreated() && before == null && !after.containsKey("$created")) {
            after.put("$created", timeText(update.time()));
        }
        boolean named = OracleValidation.names(operands.get("$set")).contains("$last_seen");
        if (options.automaticLastSeen() && !update.ignoreTime() && !named) {
            after.put("$last_seen", timeText(update.time()));
        }
    }

    /** UTC, cut to seconds towards the past. */
    public static String timeText(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d",
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                utc.getHour(),
                utc.getMinute(),
                utc.getSecond());
    }

    protected Map<String, Object> copy(Map<String, Object> profile) {
        return OracleValues.object(OracleValues.canonical(profile == null ? Map.of() : profile));
    }
}
