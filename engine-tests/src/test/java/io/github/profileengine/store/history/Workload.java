package io.github.profileengine.store.history;

/**
 * What the clients of a run do.
 *
 * @param operations how many updates and reads all of them do together, at least
 * @param profiles how many profiles they share
 * @param standing whether all profiles exist before the clients start; otherwise they are created all along
 * @param deletes whether profiles are deleted, and created again in the same batch
 * @param aliasesPerMille how many of a thousand steps map an alias
 */
public record Workload(int operations, int profiles, boolean standing, boolean deletes, int aliasesPerMille) {
    static final int CLIENTS = 4;

    /** Profiles are created all along, and none is deleted. */
    public static Workload growing(int operations) {
        return new Workload(operations, 512, false, false, 2);
    }

    /** As {@link #growing}, and profiles are deleted. */
    public static Workload deleting(int operations) {
        return new Workload(operations, 512, false, true, 2);
    }

    /** All profiles exist from the start, and none is deleted. */
    public static Workload standing(int operations) {
        return new Workload(operations, 512, true, false, 2);
    }

    /** Every tenth step maps an alias. */
    public static Workload aliasing(int operations) {
        return new Workload(operations, 512, true, false, 100);
    }
}
