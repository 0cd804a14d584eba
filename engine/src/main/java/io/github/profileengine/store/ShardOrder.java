package io.github.profileengine.store;

import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The updates of a batch grouped by shard: a sequence of runs, one for each shard. Within a run, updates are in list
 * order. The order comes from a counting sort. That walks over all shards, so a batch that is small in comparison with
 * their number is sorted by comparison instead.
 */
final class ShardOrder {
    // Walking over this many shards costs about as much as sorting one update by comparison.
    private static final int SHARDS_AN_UPDATE = 8;

    private final int[] order;
    private final int[] shards;

    /** Keeps both arrays without copies: indices in the batch, and the shard of each. */
    private ShardOrder(int[] order, int[] shards) {
        this.order = order;
        this.shards = shards;
    }

    static ShardOrder of(@Nullable Update[] accepted, int shards) {
        return accepted.length < shards / SHARDS_AN_UPDATE ? compared(accepted, shards) : counted(accepted, shards);
    }

    private static ShardOrder compared(@Nullable Update[] accepted, int shards) {
        long[] keys = new long[accepted.length];
        int size = 0;
        for (int index = 0; index < accepted.length; index++) {
            Update update = accepted[index];
            if (update != null) {
                keys[size++] = (long) Snapshot.shardOf(update.target(), shards) << Integer.SIZE | index;
            }
        }
        Arrays.sort(keys, 0, size);
        int[] order = new int[size];
        int[] sorted = new int[size];
        for (int at = 0; at < size; at++) {
            order[at] = (int) keys[at];
            sorted[at] = (int) (keys[at] >>> Integer.SIZE);
        }
        return new ShardOrder(order, sorted);
    }

    private static ShardOrder counted(@Nullable Update[] accepted, int shards) {
        int[] shardOf = new int[accepted.length];
        int[] next = new int[shards + 1];
        for (int index = 0; index < accepted.length; index++) {
            Update update = accepted[index];
            shardOf[index] = update == null ? -1 : Snapshot.shardOf(update.target(), shards);
            next[shardOf[index] + 1]++;
        }
        // Entries without an update were counted at 0 and are left out.
        next[0] = 0;
        for (int shard = 0; shard < shards; shard++) {
            next[shard + 1] += next[shard];
        }
        int[] order = new int[next[shards]];
        int[] sorted = new int[order.length];
        for (int index = 0; index < accepted.length; index++) {
            if (shardOf[index] >= 0) {
                int at = next[shardOf[index]]++;
                order[at] = index;
                sorted[at] = shardOf[index];
            }
        }
        return new ShardOrder(order, sorted);
    }

    int size() {
        return order.length;
    }

    /** Indices in the batch, run after run; not to be changed. */
    int[] order() {
        return order;
    }

    /** The shard of the update at a position. */
    int shard(int at) {
        return shards[at];
    }

    /** The position after the run that begins at a position. */
    int endOfRun(int begin) {
        int end = begin + 1;
        while (end < order.length && shards[end] == shards[begin]) {
            end++;
        }
        return end;
    }
}
