package io.github.profileengine.wire;

import io.github.profileengine.operation.InvalidOperandException;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fields of a record into an update, or reports the first fault. The checks run in this order: the token, the
 * target, the time, an unknown operator, no operator at all, an operator that groups may not have, the type of each
 * operand, the strict rules in the engine's order, and last a repeated name.
 */
final class RecordJudge {

    /** Applies the strict rules; null in lenient mode. */
    private final @Nullable Reducer strict;

    private final TargetKind kind;

    RecordJudge(ReaderOptions options) {
        this.kind = options.target();
        this.strict = options.strict() ? new Reducer(ReducerOptions.defaults().withStrict(true)) : null;
    }

    DecodedRecord judge(long index, RecordFields fields, boolean hasRepeatedName) {
        ProfileId target = null;
        try {
            target = TargetFields.of(fields, kind);
            Update update = update(target, fields);
            if (strict != null) {
                checkStrictly(strict, update, hasRepeatedName);
            }
            return new DecodedRecord.Valid(index, update);
        } catch (RejectedFieldException e) {
            return invalid(index, e.field(), e, e.rule(), fields, target);
        } catch (InvalidOperandException e) {
            return invalid(index, e.field(), e, e.rule(), fields, target);
        }
    }

    private static DecodedRecord invalid(
            long index, String field, Exception fault, Rule rule, RecordFields fields, @Nullable ProfileId target) {
        String message = String.valueOf(fault.getMessage());
        return new DecodedRecord.Invalid(index, field, message, rule, TargetFields.token(fields), target);
    }

    private static Update update(ProfileId target, RecordFields fields) throws RejectedFieldException {
        UpdateBuilder update = Update.of(target);
        Object time = fields.get(Field.TIME);
        if (time != null) {
            update.time(TimeField.of(time));
        }
        checkOperators(target, fields);
        Operator operator = fields.operatorAfter(null);
        for (; operator != null; operator = fields.operatorAfter(operator)) {
            update.operation(Operation.ofBoundedValue(operator, fields.operand(operator)));
        }
        update.ignoreTime(isTruthy(fields.get(Field.IGNORE_TIME)));
        update.ignoreAlias(isTruthy(fields.get(Field.IGNORE_ALIAS)));
        LocationFields.copy(fields, update);
        return update.build();
    }

    private static void checkOperators(ProfileId target, RecordFields fields) throws RejectedFieldException {
        String unknown = fields.unknownOperator();
        if (unknown != null) {
            throw new RejectedFieldException(Rule.RECORD_OPERATOR_UNKNOWN, unknown, "unknown operator");
        }
        if (!fields.hasOperator()) {
            throw new RejectedFieldException(Rule.RECORD_OPERATOR_MISSING, "operator", "missing or empty");
        }
        Operator operator = target.isGroup() ? fields.operatorAfter(null) : null;
        for (; operator != null; operator = fields.operatorAfter(operator)) {
            if (!operator.allowedOnGroups()) {
                throw new RejectedFieldException(
                        Rule.RECORD_OPERATOR_NOT_FOR_GROUPS, operator.symbol(), "not allowed on groups");
            }
        }
    }

    private static void checkStrictly(Reducer strict, Update update, boolean hasRepeatedName)
            throws RejectedFieldException {
        Optional<Rejection> rejection = strict.validate(update);
        if (rejection.isPresent()) {
            throw RejectedFieldException.of(rejection.get());
        }
        if (hasRepeatedName) {
            throw new RejectedFieldException(Rule.RECORD_JSON_REPEATED_NAME, "json", RepeatedNames.DESCRIPTION);
        }
    }

    private static boolean isTruthy(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        } else if (value instanceof Long number) {
            return number == 1;
        }
        return value instanceof String text && (text.equals("1") || text.equals("true"));
    }
}
