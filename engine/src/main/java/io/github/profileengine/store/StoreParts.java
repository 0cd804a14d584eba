package io.github.profileengine.store;

import io.github.profileengine.packed.PackedTable;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.table.PlainTable;
import io.github.profileengine.table.ProfileTable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The parts of a store. {@link StoreKind} offers the right ones. Tests also pass wrong parts, to show that this is
 * noticed.
 *
 * @param table creates an empty table
 * @param lock creates the lock of one shard
 * @param gate creates the gate of an engine
 */
record StoreParts(Function<Reducer, ProfileTable> table, Supplier<Lock> lock, Supplier<Gate> gate) {
    static final StoreParts PLAIN = new StoreParts(PlainTable::new, StoreParts::lockOfShard, Gate::new);
    static final StoreParts PACKED = new StoreParts(PackedTable::new, StoreParts::lockOfShard, Gate::new);

    // A lock that does not store its owner: writing that reference
    // into an old object costs more than the rest of the locking.
    private static Lock lockOfShard() {
        return new StampedLock().asWriteLock();
    }
}
