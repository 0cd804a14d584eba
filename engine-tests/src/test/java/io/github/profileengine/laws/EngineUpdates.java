package io.github.profileengine.laws;

import io.github.profileengine.operation.InvalidOperandException;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleOutcome;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.InvalidUpdateException;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Converts plain test data to the engine's types and back. No other class does so. */
public final class EngineUpdates {
    /** Stands for all faults that only Java values can have. On the wire, such faults have names of their own. */
    static final String BAD_VALUE = "bad value";

    private EngineUpdates() {}

    /** An update; or the name of the rule for which it cannot be built, and the field at which that is reported. */
    record Built(Update update, String rejection, String field) {}

    static Built build(OracleUpdate update) {
        try {
            return new Built(update(update), null, null);
        } catch (InvalidOperandException e) {
            return new Built(null, e.rule().ruleName(), e.field());
        } catch (InvalidUpdateException e) {
            return new Built(null, e.rule().ruleName(), e.field());
        } catch (IllegalArgumentException e) {
            return new Built(null, BAD_VALUE, "value");
        }
    }

    /** Those updates among the entries that can be built. */
    public static List<Update> built(List<? extends OracleEntry> entries) {
        return entries.stream()
                .filter(OracleUpdate.class::isInstance)
                .map(entry -> build((OracleUpdate) entry).update())
                .filter(Objects::nonNull)
                .toList();
    }

    public static Update update(OracleUpdate update) {
        UpdateBuilder builder = Update.of(id(update.target()));
        update.operands()
                .forEach((symbol, operand) ->
                        builder.operation(Operation.of(Objects.requireNonNull(Operator.ofSymbol(symbol)), operand)));
        builder.ignoreAlias(update.ignoreAlias()).ignoreTime(update.ignoreTime());
        if (update.time() != null) {
            builder.time(update.time());
        }
        if (update.ip() != null) {
            builder.ip(update.ip());
        }
        if (update.latitude() != null && update.longitude() != null) {
            builder.coordinates(update.latitude(), update.longitude());
        }
        return builder.build();
    }

    public static ProfileId id(OracleId id) {
        return id.isGroup() ? ProfileId.group(id.token(), id.groupKey(), id.id()) : ProfileId.user(id.token(), id.id());
    }

    public static ReducerOptions options(OracleOptions options) {
        Limits limits = options.limits() == null
                ? Limits.OFF
                : new Limits(
                        options.limits().nameCodePoints(),
                        options.limits().textBytes(),
                        options.limits().propertyBytes(),
                        options.limits().objectKeys(),
                        options.limits().objectDepth(),
                        options.limits().properties());
        return ReducerOptions.defaults()
                .withLimits(limits)
                .withStrict(options.strict())
                .withFlattenAppendedLists(options.flatten())
                .withAutomaticCreated(options.automaticCreated())
                .withAutomaticLastSeen(options.automaticLastSeen());
    }

    public static Map<String, Object> read(Profile profile) {
        return OracleValues.object(OracleValues.canonical(profile.properties()));
    }

    public static List<OracleOutcome> outcomes(List<Outcome> outcomes) {
        return outcomes.stream().map(EngineUpdates::outcome).toList();
    }

    private static OracleOutcome outcome(Outcome outcome) {
        Operator operator = outcome.operator();
        return new OracleOutcome(
                operator == null ? null : operator.symbol(),
                outcome.property(),
                outcome.kind().name(),
                outcome.rule().ruleName());
    }

    static OracleOutcome rejected(String rule) {
        return new OracleOutcome(null, null, "REJECTED", rule);
    }
}
