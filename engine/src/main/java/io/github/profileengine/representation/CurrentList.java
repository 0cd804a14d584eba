package io.github.profileengine.representation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A list as operators see it: they describe what becomes of it without making the result. Valid until their update is
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

    /** The list with only the first occurrence of each value; this instance if nothing repeats. */
    CurrentList distinct();

    /** What this list becomes with {@code added} at its end; claims no slots yet. */
    default StagedAppend append(@Nullable Object... added) {
        int unique = isEmpty() && added.length > 0 ? 1 : uniquePrefix();
        return new StagedAppend(this, added, unique);
    }

    /**
     * This list made distinct, followed by the values of {@code operand} that it lacks, each once: this instance if the
     * content stays, else a {@link ListValue} or a {@link StagedAppend}.
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

    /** This list without the elements that equal one of {@code gone}; this instance if there are none. */
    CurrentList without(ListValue gone);
}
