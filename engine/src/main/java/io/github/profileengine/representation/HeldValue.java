package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/** A view of a value that is held as an object. */
public final class HeldValue extends CurrentValue {
    private @Nullable Object value = ABSENT;

    /** A view of nothing, to be pointed at values. */
    public HeldValue() {}

    /** Points this view at a canonical value or at {@link #ABSENT}. */
    public CurrentValue pointedAt(@Nullable Object next) {
        value = next;
        return this;
    }

    @Override
    public boolean isAbsent() {
        return value == ABSENT;
    }

    @Override
    public ValueType type() {
        return ValueType.of(value);
    }

    @Override
    public boolean isNumber() {
        return value instanceof Long || value instanceof Double;
    }

    @Override
    public Number number() {
        Object present = value;
        assert present instanceof Number;
        return (Number) present;
    }

    @Override
    public @Nullable CurrentList list() {
        return value instanceof ListValue list ? list : null;
    }

    @Override
    public @Nullable ObjectValue object() {
        return value instanceof ObjectValue object ? object : null;
    }

    @Override
    public boolean sameAs(@Nullable Object other) {
        return ValueEquality.same(value, other);
    }
}
