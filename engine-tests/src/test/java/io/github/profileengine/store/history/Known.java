package io.github.profileengine.store.history;

/** How far a client knows the profiles of one branch to be, as positions in their orders. No read may show less. */
final class Known {
    private final int[] positions;
    private final boolean[] byOwnWrite;

    /** Every client that reads a branch knows what the branch started with. */
    Known(BranchOrder order) {
        positions = new int[order.profiles()];
        byOwnWrite = new boolean[positions.length];
        for (int profile = 0; profile < positions.length; profile++) {
            positions[profile] = order.inherited(profile) - 1;
        }
    }

    /** The position of the last update that is known to be applied to a profile; -1 if none is. */
    int position(int profile) {
        return positions[profile];
    }

    /** Whether the client knows it because it wrote it. */
    boolean isOwnWrite(int profile) {
        return byOwnWrite[profile];
    }

    void learn(int profile, int position, boolean ownWrite) {
        if (position > positions[profile]) {
            positions[profile] = position;
            byOwnWrite[profile] = ownWrite;
        }
    }
}
