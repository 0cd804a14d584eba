package io.github.profileengine.diff;

import io.github.profileengine.representation.CanonicalWriter;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.value.ValueBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one property differs between two states of a profile. Immutable. Values are plain Java, as {@code Profile.get}
 * returns them.
 *
 * <p>A property that holds null exists. {@link #before} and {@link #after} return null for such a property and also for
 * a missing one; {@link #kind} tells which it is.
 */
public final class PropertyChange {
    /** What happened to the property. */
    public enum Kind {
        /** The property was missing before and exists after. */
        ADDED,
        /** The property existed before and is missing after. */
        REMOVED,
        /** The property exists before and after, with different values. */
        CHANGED
    }

    private final Name name;
    // ABSENT if the property is missing, which is never true of both.
    private final @Nullable Object before;
    private final @Nullable Object after;

    /** Both are canonical values, or {@link CurrentValue#ABSENT} for a missing property, and they differ. */
    PropertyChange(Name name, @Nullable Object before, @Nullable Object after) {
        this.name = name;
        this.before = before;
        this.after = after;
    }

    /**
     * A property that is added with a value.
     *
     * @param value null or any other value that {@link ValueBuilder#copyOf} takes
     * @throws IllegalArgumentException if no property can have this name or value
     */
    public static PropertyChange added(String name, @Nullable Object value) {
        return new PropertyChange(Name.ofProperty(name), CurrentValue.ABSENT, canonical(value));
    }

    /** A property that is removed, with the value that it had. Takes and throws the same as {@link #added}. */
    public static PropertyChange removed(String name, @Nullable Object value) {
        return added(name, value).inverse();
    }

    /**
     * A property whose value changes.
     *
     * @param before null or any other value that {@link ValueBuilder#copyOf} takes
     * @param after the same, but not equal to {@code before}
     * @throws IllegalArgumentException if no property can have this name or these values, or if the values are equal
     */
    public static PropertyChange changed(String name, @Nullable Object before, @Nullable Object after) {
        Object was = canonical(before);
        Object is = canonical(after);
        if (Objects.equals(was, is)) {
            throw new IllegalArgumentException("equal values before and after are no change");
        }
        return new PropertyChange(Name.ofProperty(name), was, is);
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        return ValueBuilder.copyOf(value, ValueBuilder.MAX_DEPTH);
    }

    public String name() {
        return name.text();
    }

    public Kind kind() {
        if (before == CurrentValue.ABSENT) {
            return Kind.ADDED;
        }
        return after == CurrentValue.ABSENT ? Kind.REMOVED : Kind.CHANGED;
    }

    /** The value before; null if the property held null or was missing ({@link #kind} tells which). */
    public @Nullable Object before() {
        return before == CurrentValue.ABSENT ? null : before;
    }

    /** The value after; null if the property holds null or is missing ({@link #kind} tells which). */
    public @Nullable Object after() {
        return after == CurrentValue.ABSENT ? null : after;
    }

    /** The reverse change. */
    public PropertyChange inverse() {
        return new PropertyChange(name, after, before);
    }

    Name slotName() {
        return name;
    }

    /** The value before, or {@link CurrentValue#ABSENT}. */
    @Nullable
    Object slotBefore() {
        return before;
    }

    /** The value after, or {@link CurrentValue#ABSENT}. */
    @Nullable
    Object slotAfter() {
        return after;
    }

    /** A value's canonical text; for a missing property the word {@code nothing}, which is not JSON. */
    static String phrase(@Nullable Object value) {
        if (value == CurrentValue.ABSENT) {
            return "nothing";
        }
        StringBuilder out = new StringBuilder();
        CanonicalWriter.append(out, value);
        return out.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PropertyChange change
                && name.same(change.name)
                && Objects.equals(before, change.before)
                && Objects.equals(after, change.after);
    }

    @Override
    public int hashCode() {
        return (name.text().hashCode() * 31 + Objects.hashCode(before())) * 31 + Objects.hashCode(after());
    }

    /** Name and values, for people. */
    @Override
    public String toString() {
        return phrase(name.text()) + ": " + phrase(before) + " -> " + phrase(after);
    }
}
