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
 * What the store is made of. {@link StoreKind} offers the right choices; tests put wrong parts in, to see that they are
 * noticed.
 *
 * @param table an empty table
 * @param lock the lock of one shard
 * @param gate the gate of an engine
 */
record StoreParts(Function<Reducer, ProfileTable> table, Supplier<Lock> lock, Supplier<Gate> gate) {
    static final StoreParts PLAIN = new StoreParts(PlainTable::new, StoreParts::lockOfShard, Gate::new);
    static final StoreParts PACKED = new StoreParts(PackedTable::new, StoreParts::lockOfShard, Gate::new);

    // One that does not know who holds it: to write that into an old object costs more than the rest of the locking.
    private static Lock lockOfShard() {
        return new StampedLock().asWriteLock();
    }
}
