package io.github.profileengine.benchmark.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * A list that knows whether all its values differ; appending a value ends this. After one {@code $union}, the next one
 * need not prove it again, and looks only for its own values.
 */
@SuppressWarnings("serial") // never serialized
final class TreeList extends ArrayList<@Nullable Object> {
    private boolean distinct = true;

    /** A list of no values. */
    TreeList() {}

    private TreeList(int capacity) {
        super(capacity);
    }

    /** Each value once. */
    static TreeList distinct(Collection<? extends @Nullable Object> values) {
        TreeList list = new TreeList(values.size() + 1);
        if (values.size() > TreeLists.SEARCHED) {
            list.addAll(new LinkedHashSet<>(values));
            return list;
        }
        for (Object value : values) {
            if (!list.contains(value)) {
                list.add(value);
            }
        }
        return list;
    }

    /** A copy with room for {@code more} values. */
    TreeList copy(int more) {
        TreeList copy = new TreeList(size() + more);
        copy.addAll(this);
        copy.distinct = distinct;
        return copy;
    }

    /** Whether all values are known to differ. */
    boolean isDistinct() {
        return distinct;
    }

    /** Adds a value that may be there already. */
    void append(@Nullable Object value) {
        distinct = false;
        add(value);
    }
}
