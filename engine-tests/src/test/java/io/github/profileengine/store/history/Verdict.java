package io.github.profileengine.store.history;

import java.util.Set;

/** The result of runs: how much was done, and what of it cannot be explained. For one thread. */
public final class Verdict {
    private final Findings findings = new Findings();
    private long updates;
    private long reads;
    private long cutReads;
    private long cuts;
    private long forks;

    void count(ClientHistory history) {
        updates += history.updates();
        reads += history.reads();
        cutReads += history.cutReads();
        cuts += history.cuts().size();
    }

    void countForks(int more) {
        forks += more;
    }

    Findings findings() {
        return findings;
    }

    /** Adds another verdict to this one. */
    public void add(Verdict other) {
        findings.addAll(other.findings);
        updates += other.updates;
        reads += other.reads;
        cutReads += other.cutReads;
        cuts += other.cuts;
        forks += other.forks;
    }

    /**
     * Updates applied and profiles read from engines. Profiles read from snapshots come on top and are not included.
     */
    public long operations() {
        return updates + reads;
    }

    /** Snapshots and forks. */
    public long cuts() {
        return cuts;
    }

    public long forks() {
        return forks;
    }

    /** The kinds of violations that were found; empty if everything is explained. */
    public Set<ViolationKind> violations() {
        return findings.kinds();
    }

    @Override
    public String toString() {
        return operations() + " operations (" + updates + " updates, " + reads + " reads), " + cuts + " cuts (" + forks
                + " of them forks) of " + cutReads + " profiles" + (findings.isEmpty() ? "" : "\n" + findings);
    }
}
