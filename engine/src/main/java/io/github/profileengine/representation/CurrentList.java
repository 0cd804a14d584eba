package io.github.profileengine.representation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A list as operators see it: they say what becomes of it without making it. Valid until the update that they are of is
 * committed.
 *
 * <p>It has two implementations, {@link ListValue} and one over the bytes of a packed record.
 */
public interface CurrentList {
    int size();

    boolean isEmpty();

    /** The list itself. */
    ListValue value();

    /** Whether an element equals a canonical value. */
    boolean holds(@Nullable Object value);

    /** Whether an element equals one of some values. */
    default boolean holdsAny(ListValue values) {
        for (int at = 0; at < values.size(); at++) {
            if (holds(values.element(at))) {
                return true;
            }
        }
        return false;
    }

    /** How many of the leading elements are known to be distinct. */
    int uniquePrefix();

    /** The list with each value once, the first occurrence kept; this instance if it is so already. */
    CurrentList distinct();

    /** What this list becomes with {@code added} at its end, without claiming anything yet. */
    default StagedAppend append(@Nullable Object... added) {
        int unique = isEmpty() && added.length > 0 ? 1 : uniquePrefix();
        return new StagedAppend(this, added, unique);
    }

    /**
     * This list made distinct, then the values of {@code operand} that it lacks, each once. A {@link ListValue}, this
     * instance if the content stays, or a {@link StagedAppend}.
     */
    default Object union(ListValue operand) {
        CurrentList base = distinct();
        ListValue values = operand.distinct();
        @Nullable Object[] missing = new Object[values.size()];
        int count = 0;
        for (int at = 0; at < missing.length; at++) {
            Object value = values.element(at);
            if (!base.holds(value)) {
                missing[count++] = value;
            }
        }
        return count == 0 ? base : new StagedAppend(base, Arrays.copyOf(missing, count), base.size() + count);
    }

    /** This list without every element that equals one of {@code gone}; this instance if there is none. */
    CurrentList without(ListValue gone);
}
