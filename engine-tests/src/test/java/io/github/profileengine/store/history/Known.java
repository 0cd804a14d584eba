package io.github.profileengine.store.history;

/** How far in the orders of one branch a client knows the profiles to be: no read may show less. */
final class Known {
    private final int[] positions;
    private final boolean[] byOwnWrite;

    /** Whoever reads a branch knows what it began with. */
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
