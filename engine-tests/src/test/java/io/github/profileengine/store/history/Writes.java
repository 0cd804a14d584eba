package io.github.profileengine.store.history;

import org.eclipse.collections.impl.list.mutable.primitive.BooleanArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** What one client wrote: its updates by number, in batches by number. An alias call is a batch without updates. */
final class Writes {
    static final int NO_ALIAS = -1;

    private final IntArrayList targets = new IntArrayList();
    private final BooleanArrayList deletes = new BooleanArrayList();
    private final IntArrayList batches = new IntArrayList();
    private final IntArrayList branches = new IntArrayList();
    private final IntArrayList firsts = new IntArrayList();
    private final IntArrayList aliases = new IntArrayList();
    private int acknowledged;

    /** Begins a batch to a branch and answers its number. */
    int begin(int branch) {
        branches.add(branch);
        firsts.add(targets.size());
        aliases.add(NO_ALIAS);
        return branches.size() - 1;
    }

    /** Adds an update to the batch that was begun last and answers its number. */
    int add(int profile, boolean deleting) {
        targets.add(profile);
        deletes.add(deleting);
        batches.add(branches.size() - 1);
        return targets.size() - 1;
    }

    /** The batch that was begun last maps an alias to a profile. */
    void addAlias(int profile) {
        aliases.set(aliases.size() - 1, profile);
    }

    /** The batch that was begun last is applied. */
    void acknowledge() {
        acknowledged = branches.size();
    }

    int updates() {
        return targets.size();
    }

    int profile(int update) {
        return targets.get(update);
    }

    boolean isDelete(int update) {
        return deletes.get(update);
    }

    int batch(int update) {
        return batches.get(update);
    }

    int batches() {
        return branches.size();
    }

    int branch(int batch) {
        return branches.get(batch);
    }

    int first(int batch) {
        return firsts.get(batch);
    }

    /** The first update after this batch. */
    int end(int batch) {
        return batch + 1 < firsts.size() ? firsts.get(batch + 1) : targets.size();
    }

    /** How many updates and aliases a batch has. */
    int size(int batch) {
        return end(batch) - first(batch) + (alias(batch) == NO_ALIAS ? 0 : 1);
    }

    /** The profile that the batch's alias stands for, or {@link #NO_ALIAS}. */
    int alias(int batch) {
        return aliases.get(batch);
    }

    /** How many batches were acknowledged: all, or all but the last one. */
    int acknowledged() {
        return acknowledged;
    }
}
