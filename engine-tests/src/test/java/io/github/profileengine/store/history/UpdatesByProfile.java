package io.github.profileengine.store.history;

/** Finds the updates of one client by branch and profile. */
final class UpdatesByProfile {
    private final Writes writes;
    private final int profiles;
    private final int[] updates;
    private final int[] firsts;

    UpdatesByProfile(Writes writes, int branches, int profiles) {
        this.writes = writes;
        this.profiles = profiles;
        this.updates = new int[writes.updates()];
        this.firsts = new int[branches * profiles + 1];
        for (int update = 0; update < updates.length; update++) {
            firsts[key(update) + 1]++;
        }
        for (int key = 0; key < branches * profiles; key++) {
            firsts[key + 1] += firsts[key];
        }
        int[] next = firsts.clone();
        for (int update = 0; update < updates.length; update++) {
            updates[next[key(update)]++] = update;
        }
    }

    private int key(int update) {
        return writes.branch(writes.batch(update)) * profiles + writes.profile(update);
    }

    /**
     * The last update of a profile that the client sent to a branch in its first {@code batches} batches; -1 if there
     * is none.
     */
    int latest(int branch, int profile, int batches) {
        int first = firsts[branch * profiles + profile];
        int low = first;
        int high = firsts[branch * profiles + profile + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (writes.batch(updates[middle]) < batches) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == first ? -1 : updates[low - 1];
    }
}
