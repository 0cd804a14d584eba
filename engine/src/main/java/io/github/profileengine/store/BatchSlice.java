package io.github.profileengine.store;

import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.TableStep;
import org.jspecify.annotations.Nullable;

/** The updates of an accepted batch that one shard applies in one hold of its lock, in list order. For one thread. */
final class BatchSlice {
    private final @Nullable Update[] accepted;
    private final int[] order;
    private final int from;
    private final int to;
    private final BatchResult.Builder result;
    private final TableStep step;

    /**
     * The updates at {@code order[from]} to {@code order[to - 1]}.
     *
     * @param accepted the updates of the batch by index
     * @param step carries each update through a table; all slices of a batch share it
     */
    BatchSlice(@Nullable Update[] accepted, int[] order, int from, int to, BatchResult.Builder result, TableStep step) {
        this.accepted = accepted;
        this.order = order;
        this.from = from;
        this.to = to;
        this.result = result;
        this.step = step;
    }

    int size() {
        return to - from;
    }

    /** The index in the batch of the update at a position of the slice. */
    int index(int at) {
        return order[from + at];
    }

    Update update(int at) {
        Update update = accepted[order[from + at]];
        assert update != null;
        return update;
    }

    BatchResult.Builder result() {
        return result;
    }

    TableStep step() {
        return step;
    }
}
