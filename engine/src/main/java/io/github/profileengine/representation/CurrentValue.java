package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * A short-lived read view of one property's value, the only thing an operator's rule sees of a profile. Valid until its
 * {@link ProfileEditor} views another property; not thread-safe.
 */
public final class CurrentValue {
    /** Stands for "no such property"; a stored null is there, and so something else. */
    public static final Object ABSENT = new Mark("ABSENT");

    /** What an operator's rule answers when the property stays as it is. */
    public static final Object KEEP = new Mark("KEEP");

    private @Nullable Object value = ABSENT;

    /** A view of nothing, to be pointed at values. */
    public CurrentValue() {}

    /** A view of a canonical value or of {@link #ABSENT}. */
    public static CurrentValue of(@Nullable Object value) {
        return new CurrentValue().pointedAt(value);
    }

    CurrentValue pointedAt(@Nullable Object next) {
        value = next;
        return this;
    }

    public boolean isAbsent() {
        return value == ABSENT;
    }

    public ValueType type() {
        return ValueType.of(value);
    }

    public boolean isNumber() {
        return value instanceof Long || value instanceof Double;
    }

    /** The number; only if {@link #isNumber()}. */
    public Number number() {
        return (Number) present();
    }

    /** The list, or null if the value is none. */
    public @Nullable ListValue list() {
        return value instanceof ListValue list ? list : null;
    }

    /** The object, or null if the value is none. */
    public @Nullable ObjectValue object() {
        return value instanceof ObjectValue object ? object : null;
    }

    /** Whether the property is there and equal to a canonical value. */
    public boolean sameAs(@Nullable Object other) {
        return ValueEquality.same(value, other);
    }

    private Object present() {
        assert value != null && value != ABSENT;
        return value;
    }

    private static final class Mark {
        private final String text;

        Mark(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
