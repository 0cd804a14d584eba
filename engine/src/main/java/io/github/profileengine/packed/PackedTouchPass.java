package io.github.profileengine.packed;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TouchPass;
import org.jspecify.annotations.Nullable;

/**
 * Prefetches tables first and records then, {@value #MOST} profiles at a time: more would evict each other from the
 * cache. Each loop issues loads that miss, and hardly any waits for another. So the place where a search begins is
 * loaded before any search is done: a processor that mispredicts how a search goes on discards what it has begun of the
 * next ones.
 */
final class PackedTouchPass implements TouchPass {
    private static final int MOST = 256;
    // Of one update: more of all would evict each other from the cache.
    private static final int MOST_OPERANDS = 16;

    private final Records[] recordsOf;
    private final int[] hashes;
    private final NearRecords near;
    private final LoadedSum loaded = new LoadedSum();
    // Whether the first updates have left the cache by the time that the last one is made.
    private final boolean updatesAreFar;
    private int size;
    private @Nullable ProfileTable table;
    private @Nullable Records records;
    private @Nullable ProfileId last;

    PackedTouchPass(int profiles) {
        int most = Math.min(MOST, profiles);
        updatesAreFar = profiles > MOST;
        recordsOf = new Records[most];
        hashes = new int[most];
        near = new NearRecords(most);
    }

    @Override
    public void add(ProfileTable next, Update update) {
        if (updatesAreFar) {
            loaded.add(seen(update));
        }
        ProfileId id = update.target();
        // Mostly unchanged: profiles come shard by shard, and most batches are of one project.
        if (next != table || last == null || !id.isOfSameProject(last)) {
            table = next;
            last = id;
            PackedProject project = next instanceof PackedTable packed ? packed.projectOf(id) : null;
            records = project == null ? null : project.records();
        }
        if (records != null) {
            add(records, id.tableHash());
        }
    }

    // Loads what applying the update reads first. Most updates have one operation.
    private static int seen(Update update) {
        Operation first = update.firstOperation();
        int sum = update.target().id().length();
        int operands = Math.min(first.count(), MOST_OPERANDS);
        for (int at = 0; at < operands; at++) {
            sum += first.operandAt(at) instanceof String text ? text.length() : 0;
        }
        return sum;
    }

    private void add(Records where, int hash) {
        recordsOf[size] = where;
        hashes[size++] = hash;
        if (size == recordsOf.length) {
            touch();
        }
    }

    private void touch() {
        long sum = 0;
        for (int at = 0; at < size; at++) {
            sum += recordsOf[at].refs().prefetch(hashes[at]);
        }
        for (int at = 0; at < size; at++) {
            Records where = recordsOf[at];
            // If there is none, takes the first record. One path for all is fast for existing profiles, even if most
            // profiles did not exist when this was compiled.
            long reference = Math.max(0, where.refs().candidate(hashes[at]));
            near.add(where.slab().bytes(reference), where.slab().at(reference));
        }
        sum += near.load();
        loaded.add(sum);
        size = 0;
    }

    @Override
    public void end() {
        touch();
        loaded.end();
    }
}
