package io.github.profileengine.benchmark.apply;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/**
 * A list of which a peer knows that no value repeats, until one is appended: after one {@code $union} the next need not
 * prove it again, and looks for its own values only.
 */
@SuppressWarnings("serial") // nobody writes one
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

    /** The same with room for more. */
    TreeList copy(int more) {
        TreeList copy = new TreeList(size() + more);
        copy.addAll(this);
        copy.distinct = distinct;
        return copy;
    }

    /** Whether no value repeats, as far as is known. */
    boolean isDistinct() {
        return distinct;
    }

    /** Adds a value that may be there already. */
    void append(@Nullable Object value) {
        distinct = false;
        add(value);
    }
}
