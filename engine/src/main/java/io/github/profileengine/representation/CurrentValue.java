package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * A short-lived read view of one property's value, the only thing an operator's rule sees of a profile. Valid until its
 * {@link ProfileEditor} views another property; not thread-safe.
 *
 * <p>It has two implementations, {@link HeldValue} and one over the bytes of a packed record. Operators are written
 * once for both; a third would make their calls slow.
 */
public abstract class CurrentValue {
    /** Stands for "no such property"; a stored null is a property, and so something else. */
    public static final Object ABSENT = new Mark("ABSENT");

    /** What an operator's rule returns if the property stays as it is. */
    public static final Object KEEP = new Mark("KEEP");

    protected CurrentValue() {}

    /** A view of a canonical value or of {@link #ABSENT}. */
    public static CurrentValue of(@Nullable Object value) {
        return new HeldValue().pointedAt(value);
    }

    public abstract boolean isAbsent();

    public abstract ValueType type();

    public abstract boolean isNumber();

    /** The number; only if {@link #isNumber()}. */
    public abstract Number number();

    /** The list, or null if the value is no list. */
    public abstract @Nullable CurrentList list();

    /** The object, or null if the value is no object. */
    public abstract @Nullable ObjectValue object();

    /** Whether the property is there and equal to a canonical value. */
    public abstract boolean sameAs(@Nullable Object other);

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
