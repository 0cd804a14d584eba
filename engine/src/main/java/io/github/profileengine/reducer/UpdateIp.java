package io.github.profileengine.reducer;

import io.github.profileengine.location.IpAddress;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.representation.Name;
import org.jspecify.annotations.Nullable;

/** The field {@code $ip}, at the top of a record or among the properties that it writes. */
final class UpdateIp {
    private static final Name NAME = Name.of("$ip");

    /** Says that there is no address. */
    static final String NONE = "0";

    private UpdateIp() {}

    /** An address, {@link #NONE}, or null for anything else. */
    static @Nullable String of(@Nullable Object value) {
        if (value instanceof Long number && number == 0) {
            return NONE;
        }
        return value instanceof String text
                        && (text.equals(NONE) || IpAddress.parse(text).isPresent())
                ? text
                : null;
    }

    /** Whether the field is among the names of operations. */
    static boolean isNamedBy(Operation first, Operation[] later) {
        boolean isNamed = first.indexOf(NAME) >= 0;
        for (Operation operation : later) {
            isNamed |= operation.indexOf(NAME) >= 0;
        }
        return isNamed;
    }

    /** The first address that operations tell; null if none does. */
    static @Nullable String in(Operation first, Operation[] later) {
        String address = in(first);
        for (int at = 0; address == null && at < later.length; at++) {
            address = in(later[at]);
        }
        return address;
    }

    // $set and $set_once may, the others are not heard.
    private static @Nullable String in(Operation operation) {
        if (operation.operator() != Operator.SET && operation.operator() != Operator.SET_ONCE) {
            return null;
        }
        int at = operation.indexOf(NAME);
        return at < 0 ? null : of(operation.operandAt(at));
    }

    /** An operation without the field among its named properties. */
    static Operation without(Operation operation) {
        return operation.without(NAME);
    }

    /** Operations without the field among their named properties. */
    static Operation[] without(Operation[] operations) {
        Operation[] kept = new Operation[operations.length];
        for (int at = 0; at < kept.length; at++) {
            kept[at] = without(operations[at]);
        }
        return kept;
    }
}
