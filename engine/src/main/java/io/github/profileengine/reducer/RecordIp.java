package io.github.profileengine.reducer;

import io.github.profileengine.location.IpAddress;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The field {@code $ip}, at the top of a record or among the properties that it writes. */
final class RecordIp {
    static final String FIELD = "$ip";

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

    static @Nullable String in(Operation operation) {
        ObjectValue properties = operation.properties();
        int at = properties.indexOf(Name.of(FIELD));
        return at < 0 ? null : of(properties.value(at));
    }
}
