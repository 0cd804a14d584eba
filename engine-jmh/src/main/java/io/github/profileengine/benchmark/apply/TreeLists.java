package io.github.profileengine.benchmark.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list operators of the peers. If {@code owned}, they change {@code stored} itself. They look before they copy. For
 * few values they search, for many they hash.
 */
final class TreeLists {
    static final int SEARCHED = 12;

    private TreeLists() {}

    static List<@Nullable Object> append(List<@Nullable Object> stored, @Nullable Object value, boolean owned) {
        List<@Nullable Object> after = owned ? stored : copy(stored, 1);
        if (after instanceof TreeList united) {
            united.append(value);
        } else {
            after.add(value);
        }
        return after;
    }

    /** The values of {@code stored}, then those of the operand, each once. */
    static List<@Nullable Object> union(List<@Nullable Object> stored, @Nullable Object operand, boolean owned) {
        List<?> values = values(operand);
        TreeList after = stored instanceof TreeList united && united.isDistinct() ? united : TreeList.distinct(stored);
        Set<@Nullable Object> present = values.size() > SEARCHED ? new HashSet<>(after) : null;
        for (Object value : values) {
            if (present == null ? !after.contains(value) : present.add(value)) {
                after = after == stored && !owned ? after.copy(values.size()) : after;
                after.add(value);
            }
        }
        return after;
    }

    static List<@Nullable Object> remove(List<@Nullable Object> stored, @Nullable Object operand, boolean owned) {
        List<?> values = values(operand);
        Collection<?> gone = values.size() > SEARCHED ? new HashSet<>(values) : values;
        if (!owned && Collections.disjoint(stored, gone)) {
            return stored;
        }
        List<@Nullable Object> after = owned ? stored : copy(stored, 0);
        after.removeAll(gone);
        return after;
    }

    private static List<? extends @Nullable Object> values(@Nullable Object operand) {
        return operand instanceof List<?> values ? values : Collections.singletonList(operand);
    }

    private static List<@Nullable Object> copy(List<@Nullable Object> list, int more) {
        if (list instanceof TreeList united) {
            return united.copy(more);
        }
        List<@Nullable Object> copy = new ArrayList<>(list.size() + more);
        copy.addAll(list);
        return copy;
    }
}
