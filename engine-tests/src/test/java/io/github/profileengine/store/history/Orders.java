package io.github.profileengine.store.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The orders of all branches of a run, and where in them each update is. */
final class Orders {
    static final int NOWHERE = -1;

    private final List<Writes> writes;
    private final List<BranchOrder> orders = new ArrayList<>();
    private final int[][] positions;

    Orders(List<Writes> writes) {
        this.writes = writes;
        this.positions = new int[writes.size()][];
        for (int client = 0; client < positions.length; client++) {
            positions[client] = new int[writes.get(client).updates()];
            Arrays.fill(positions[client], NOWHERE);
        }
    }

    void add(BranchOrder order) {
        orders.add(order);
    }

    BranchOrder of(int branch) {
        return orders.get(branch);
    }

    int clients() {
        return positions.length;
    }

    Writes writes(int client) {
        return writes.get(client);
    }

    boolean isKnown(long mark) {
        return mark >= 0
                && Mark.client(mark) < positions.length
                && Integer.compareUnsigned(Mark.number(mark), positions[Mark.client(mark)].length) < 0;
    }

    int profileOf(long mark) {
        return writes.get(Mark.client(mark)).profile(Mark.number(mark));
    }

    int batchOf(long mark) {
        return writes.get(Mark.client(mark)).batch(Mark.number(mark));
    }

    int branchOf(long mark) {
        return writes.get(Mark.client(mark)).branch(batchOf(mark));
    }

    boolean isDelete(long mark) {
        return writes.get(Mark.client(mark)).isDelete(Mark.number(mark));
    }

    /** Notes where an update is in the order of its own branch. Returns whether it was noted already. */
    boolean place(long mark, int position) {
        int[] ofClient = positions[Mark.client(mark)];
        boolean placed = ofClient[Mark.number(mark)] != NOWHERE;
        ofClient[Mark.number(mark)] = position;
        return placed;
    }

    /** Where a client's update is in the order of its own branch. */
    int position(int client, int update) {
        return positions[client][update];
    }

    /** Where a mark is in the order of a profile, in its own branch or one that inherited it. */
    int position(int branch, int profile, long mark) {
        if (!isKnown(mark) || profileOf(mark) != profile) {
            return NOWHERE;
        }
        BranchOrder order = orders.get(branch);
        int position = position(Mark.client(mark), Mark.number(mark));
        return position != NOWHERE && position < order.length(profile) && order.mark(profile, position) == mark
                ? position
                : NOWHERE;
    }

    /** Where a profile is in its order when its list has this size and last mark; {@link #NOWHERE} if it never did. */
    int position(int branch, int profile, int size, long last) {
        int position = position(branch, profile, last);
        return position != NOWHERE && orders.get(branch).sizeAfter(profile, position) == size ? position : NOWHERE;
    }
}
