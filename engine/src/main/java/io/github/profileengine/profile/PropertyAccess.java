package io.github.profileengine.profile;

import io.github.profileengine.representation.ValueType;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Reads values of an expected type; the errors say what is there instead. */
final class PropertyAccess {
    private PropertyAccess() {}

    static <T> T require(Profile profile, String name, Class<T> type, String wanted) {
        Object value = profile.get(name);
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        if (!profile.contains(name)) {
            throw new NoSuchElementException("profile " + profile.id() + " has no property \"" + name + "\"");
        }
        throw clash(profile, name, value, wanted);
    }

    private static IllegalStateException clash(Profile profile, String name, @Nullable Object value, String wanted) {
        String actual = ValueType.of(value).phrase();
        return new IllegalStateException(
                "property \"" + name + "\" of profile " + profile.id() + " holds " + actual + ", not " + wanted);
    }
}
