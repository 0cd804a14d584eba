package io.github.profileengine.store.history;

/** The order in which the updates of each profile were applied in one branch, including those from its parent. */
final class BranchOrder {
    static final int NEVER = -2;

    private final long[][] marks;
    private final int[][] sizes;
    private final int[] inherited;

    /**
     * Keeps the arrays, without a copy.
     *
     * @param marks by profile, the marks of its updates
     * @param sizes by profile, the size of its list after each update; 0 where the update deleted it
     * @param inherited by profile, how many of the updates came from the parent
     */
    BranchOrder(long[][] marks, int[][] sizes, int[] inherited) {
        this.marks = marks;
        this.sizes = sizes;
        this.inherited = inherited;
    }

    int profiles() {
        return marks.length;
    }

    int length(int profile) {
        return marks[profile].length;
    }

    int inherited(int profile) {
        return inherited[profile];
    }

    long mark(int profile, int at) {
        return marks[profile][at];
    }

    /** The size of the list after the update at a position; 0 where there was no profile. */
    int sizeAfter(int profile, int at) {
        return at < 0 ? 0 : sizes[profile][at];
    }

    /**
     * The first position, from {@code from} on, after whose update there was no profile; {@link #NEVER} if there always
     * was one.
     */
    int absentFrom(int profile, int from) {
        for (int at = from; at < marks[profile].length; at++) {
            if (sizeAfter(profile, at) == 0) {
                return at;
            }
        }
        return NEVER;
    }
}
