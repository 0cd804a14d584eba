package io.github.profileengine.reducer;

import io.github.profileengine.location.IpAddress;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The field {@code $ip}, at the top of a record or among the properties that it writes. */
final class RecordIp {
    private static final Name NAME = Name.of("$ip");

    /** Says that there is no address. */
    static final String NONE = "0";

    private RecordIp() {}

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

    /** Whether the field is among the names of an operation. */
    static boolean isNamedBy(Operation operation) {
        return operation.properties().indexOf(NAME) >= 0;
    }

    /** What an operation says of the address: {@code $set} and {@code $set_once} may, the others are not heard. */
    static @Nullable String in(Operation operation) {
        if (operation.operator() != Operator.SET && operation.operator() != Operator.SET_ONCE) {
            return null;
        }
        ObjectValue properties = operation.properties();
        int at = properties.indexOf(NAME);
        return at < 0 ? null : of(properties.value(at));
    }

    /** The first {@code count} operations, without the field among their named properties. */
    static Operation[] without(Operation[] operations, int count) {
        Operation[] kept = new Operation[count];
        for (int at = 0; at < count; at++) {
            kept[at] = operations[at].without(NAME);
        }
        return kept;
    }
}
