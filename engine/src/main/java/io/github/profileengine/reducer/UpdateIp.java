package io.github.profileengine.reducer;

import io.github.profileengine.location.IpAddress;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.representation.Name;
import org.jspecify.annotations.Nullable;

/** The field {@code $ip}, at the top of a record or among the properties that the record writes. */
final class UpdateIp {
    private static final Name NAME = Name.of("$ip");

    /** The value that says that there is no address. */
    static final String NONE = "0";

    private UpdateIp() {}

    /** The address or {@link #NONE}; null if the value is anything else. */
    static @Nullable String of(@Nullable Object value) {
        if (value instanceof Long number && number == 0) {
            return NONE;
        }
        return value instanceof String text
                        && (text.equals(NONE) || IpAddress.parse(text).isPresent())
                ? text
                : null;
    }

    /** Whether one of the operations names the field. */
    static boolean isNamedBy(Operation first, Operation[] later) {
        boolean isNamed = first.indexOf(NAME) >= 0;
        for (Operation operation : later) {
            isNamed |= operation.indexOf(NAME) >= 0;
        }
        return isNamed;
    }

    /** The first address in these operations; null if there is none. */
    static @Nullable String in(Operation first, Operation[] later) {
        String address = in(first);
        for (int at = 0; address == null && at < later.length; at++) {
            address = in(later[at]);
        }
        return address;
    }

    // Only $set and $set_once can give the address; in other operators it is ignored.
    private static @Nullable String in(Operation operation) {
        if (operation.operator() != Operator.SET && operation.operator() != Operator.SET_ONCE) {
            return null;
        }
        int at = operation.indexOf(NAME);
        return at < 0 ? null : of(operation.operandAt(at));
    }

    /** An operation without the field among its properties; an {@code $unset} stays as it is. */
    static Operation without(Operation operation) {
        return operation.without(NAME);
    }

    /** Operations without the field among their properties, as {@link #without(Operation)}. */
    static Operation[] without(Operation[] operations) {
        Operation[] kept = new Operation[operations.length];
        for (int at = 0; at < kept.length; at++) {
            kept[at] = without(operations[at]);
        }
        return kept;
    }
}
