package io.github.profileengine.store.history;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** What one client wrote and saw, in its own order. Stored as numbers, because a run has millions of them. */
final class ClientHistory {
    private static final int READ = 0;
    private static final int WROTE = 1;
    private static final int TOLD = 2;
    private static final int CUT = 3;
    private static final int KIND_SHIFT = 60;
    private static final int BRANCH_SHIFT = 52;
    private static final int BRANCHES = 1 << KIND_SHIFT - BRANCH_SHIFT;
    private static final int PROFILES = 1 << BRANCH_SHIFT - Integer.SIZE;

    private final Writes writes = new Writes();
    private final LongArrayList events = new LongArrayList();
    private final List<CutRead> cuts = new ArrayList<>();
    private final List<WholeRead> wholes = new ArrayList<>();
    private final Findings findings = new Findings();
    private long reads;
    private long cutReads;
    private long updates;

    /** Receives the events one by one, in the order in which they happened. */
    interface Events {
        /** A read of a list with this size and this last mark; size 0 if there was no profile. */
        void read(int branch, int profile, int size, long last);

        void wrote(int batch);

        /** Before its next read, this client knew that so many batches of another client were acknowledged. */
        void told(int client, int batches);

        void cut(CutRead cut);
    }

    void read(int branch, int profile, int size, long last) {
        add(READ, branch, profile, size, last);
        reads++;
    }

    /** The batch that was started last is applied. */
    void wrote() {
        int batch = writes.batches() - 1;
        writes.acknowledge();
        updates += writes.end(batch) - writes.first(batch);
        add(WROTE, 0, 0, 0, batch);
    }

    void told(int client, int batches) {
        add(TOLD, 0, 0, client, batches);
    }

    void cut(CutRead cut) {
        add(CUT, 0, 0, 0, cuts.size());
        cuts.add(cut);
        cutReads += cut.size();
    }

    /** Another look at a snapshot; it must show what it showed before. */
    void again(CutRead first, CutRead again) {
        cutReads += again.size();
        if (!again.sameContent(first)) {
            findings.add(ViolationKind.LEAK, "a snapshot of branch " + first.branch() + " changed");
        }
    }

    void whole(WholeRead read) {
        wholes.add(read);
    }

    private void add(int kind, int branch, int profile, int number, long payload) {
        assert branch < BRANCHES && profile < PROFILES;
        events.add((long) kind << KIND_SHIFT
                | (long) branch << BRANCH_SHIFT
                | (long) profile << Integer.SIZE
                | number & 0xFFFF_FFFFL);
        events.add(payload);
    }

    void replay(Events to) {
        for (int at = 0; at < events.size(); at += 2) {
            long head = events.get(at);
            long payload = events.get(at + 1);
            switch ((int) (head >>> KIND_SHIFT)) {
                case READ ->
                    to.read(
                            (int) (head >>> BRANCH_SHIFT) & BRANCHES - 1,
                            (int) (head >>> Integer.SIZE) & PROFILES - 1,
                            (int) head,
                            payload);
                case WROTE -> to.wrote((int) payload);
                case TOLD -> to.told((int) head, (int) payload);
                default -> to.cut(cuts.get((int) payload));
            }
        }
    }

    Writes writes() {
        return writes;
    }

    List<CutRead> cuts() {
        return cuts;
    }

    List<WholeRead> wholes() {
        return wholes;
    }

    /** What the client itself found wrong. */
    Findings findings() {
        return findings;
    }

    /** How many profiles were read from engines. */
    long reads() {
        return reads;
    }

    /** How many profiles were read from snapshots, and from forks to see what they began with. */
    long cutReads() {
        return cutReads;
    }

    /** How many updates were acknowledged. */
    long updates() {
        return updates;
    }
}
