package io.github.profileengine.reducer;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.operation.UnsetOperation;
import io.github.profileengine.profile.ReservedProperty;
import io.github.profileengine.representation.CanonicalWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What strict validation rejects and warns about, as far as it depends on the update alone. */
final class StrictRules {
    private StrictRules() {}

    /** The first rule that the update breaks; null if it breaks none. */
    static @Nullable Rejection firstBroken(Update update) {
        Rejection broken = junkId(update);
        if (broken == null) {
            broken = unusable(
                    update, Operator.ADD, Rule.RECORD_OPERAND_NOT_NUMBER, "a number", v -> v instanceof Number);
        }
        if (broken == null) {
            broken = unusable(
                    update, Operator.MERGE, Rule.RECORD_OPERAND_NOT_OBJECT, "an object", v -> v instanceof Map);
        }
        if (broken == null) {
            Predicate<@Nullable Object> filled = v -> v instanceof List<?> list && !list.isEmpty();
            broken = unusable(update, Operator.UNION, Rule.RECORD_OPERAND_NOT_LIST, "a list with elements", filled);
        }
        if (broken == null && update.operation(Operator.UNSET) instanceof UnsetOperation unset && unset.isBareText()) {
            broken = Rejection.of(Rule.RECORD_OPERAND_BARE_TEXT, Operator.UNSET.symbol(), "not a list of names");
        }
        return broken == null ? conflict(update) : broken;
    }

    private static @Nullable Rejection junkId(Update update) {
        String id = update.target().id();
        if (!JunkIds.contains(id)) {
            return null;
        }
        boolean group = update.target().isGroup();
        return Rejection.of(
                group ? Rule.RECORD_GROUP_ID_JUNK : Rule.RECORD_DISTINCT_ID_JUNK,
                group ? "$group_id" : "$distinct_id",
                "a placeholder and not an id: " + id);
    }

    private static @Nullable Rejection unusable(
            Update update, Operator operator, Rule rule, String wanted, Predicate<@Nullable Object> usable) {
        Operation operation = update.operation(operator);
        if (operation != null) {
            for (int at = 0; at < operation.count(); at++) {
                if (!usable.test(operation.operandAt(at))) {
                    String problem = quoted(operation.name(at).text()) + " is not " + wanted;
                    return Rejection.of(rule, operator.symbol(), problem);
                }
            }
        }
        return null;
    }

    private static @Nullable Rejection conflict(Update update) {
        if (update.laterOperations().length == 0) {
            return null;
        }
        Set<String> named = new HashSet<>();
        for (Operation operation : update.operations()) {
            for (String name : operation.propertyNames()) {
                if (!named.add(name)) {
                    String problem = quoted(name) + " is named by another operator too";
                    return Rejection.of(
                            Rule.RECORD_OPERAND_CONFLICT, operation.operator().symbol(), problem);
                }
            }
        }
        return null;
    }

    /**
     * Warnings about names that begin with a dollar sign and are not documented, one for each operator that uses the
     * name.
     */
    static List<UpdateWarning> warnings(Update update) {
        List<UpdateWarning> warnings = new ArrayList<>();
        for (Operation operation : update.operations()) {
            for (String name : operation.propertyNames()) {
                if (name.startsWith("$") && !ReservedProperty.isKnown(name)) {
                    String field = operation.operator().symbol();
                    warnings.add(new UpdateWarning(field, field + ", " + quoted(name) + " is no reserved property"));
                }
            }
        }
        return warnings;
    }

    private static String quoted(String name) {
        StringBuilder quoted = new StringBuilder();
        CanonicalWriter.appendText(quoted, name);
        return quoted.toString();
    }
}
