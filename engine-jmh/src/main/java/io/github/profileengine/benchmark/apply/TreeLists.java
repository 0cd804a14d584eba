package io.github.profileengine.benchmark.apply;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The list operators of the peers; short lists are searched, long ones hashed. */
final class TreeLists {
    private static final int SEARCHED = 12;

    private TreeLists() {}

    static List<@Nullable Object> copy(List<@Nullable Object> list, int more) {
        List<@Nullable Object> copy = new ArrayList<>(list.size() + more);
        copy.addAll(list);
        return copy;
    }

    /** Each value of {@code stored}, then of the operand, once; may change {@code stored} if {@code owned}. */
    static List<@Nullable Object> union(List<@Nullable Object> stored, @Nullable Object operand, boolean owned) {
        if (stored.size() > SEARCHED || operand instanceof List<?> values && values.size() > SEARCHED) {
            Set<@Nullable Object> distinct = new LinkedHashSet<>(stored);
            if (operand instanceof List<?> values) {
                distinct.addAll(values);
            } else {
                distinct.add(operand);
            }
            return distinct.size() == stored.size() ? stored : new ArrayList<>(distinct);
        }
        List<@Nullable Object> after = owned && distinct(stored) ? stored : distinctCopy(stored);
        if (operand instanceof List<?> values) {
            for (Object value : values) {
                addMissing(after, value);
            }
        } else {
            addMissing(after, operand);
        }
        return after;
    }

    private static boolean distinct(List<@Nullable Object> list) {
        for (int i = 1; i < list.size(); i++) {
            if (list.indexOf(list.get(i)) < i) {
                return false;
            }
        }
        return true;
    }

    private static List<@Nullable Object> distinctCopy(List<@Nullable Object> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size() + 1);
        for (Object value : list) {
            addMissing(copy, value);
        }
        return copy;
    }

    private static void addMissing(List<@Nullable Object> list, @Nullable Object value) {
        if (!list.contains(value)) {
            list.add(value);
        }
    }

    static List<@Nullable Object> remove(List<@Nullable Object> stored, @Nullable Object operand, boolean owned) {
        List<@Nullable Object> after = owned ? stored : copy(stored, 0);
        if (operand instanceof List<?> gone) {
            after.removeAll(gone);
        } else {
            after.removeIf(element -> element == null ? operand == null : element.equals(operand));
        }
        return after;
    }
}
