package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Both ways to group a batch by shard. One of them sorts by counting, for batches that are large compared to the
 * shards.
 */
class ShardOrderTest {
    private static Update[] updates(int size, Random random) {
        Update[] updates = new Update[size];
        for (int i = 0; i < size; i++) {
            // Some updates were rejected before they came here.
            if (random.nextInt(5) > 0) {
                updates[i] = Update.of(ProfileId.user("p", "u" + random.nextInt(20)))
                        .set("k", i)
                        .build();
            }
        }
        return updates;
    }

    /** The indices of each shard's updates, in list order: the result that both ways must give. */
    private static Map<Integer, List<Integer>> expected(Update[] updates, int shards) {
        Map<Integer, List<Integer>> expected = new TreeMap<>();
        for (int i = 0; i < updates.length; i++) {
            if (updates[i] != null) {
                expected.computeIfAbsent(Snapshot.shardOf(updates[i].target(), shards), shard -> new ArrayList<>())
                        .add(i);
            }
        }
        return expected;
    }

    /** The runs of an order; fails if a shard has two. */
    private static Map<Integer, List<Integer>> runs(ShardOrder order) {
        Map<Integer, List<Integer>> runs = new TreeMap<>();
        for (int begin = 0; begin < order.size(); ) {
            int end = order.endOfRun(begin);
            List<Integer> run = new ArrayList<>();
            for (int at = begin; at < end; at++) {
                assertThat(order.shard(at)).isEqualTo(order.shard(begin));
                run.add(order.order()[at]);
            }
            assertThat(runs.put(order.shard(begin), run)).as("one run a shard").isNull();
            begin = end;
        }
        return runs;
    }

    @Test
    void of_batchesLargeAndSmallBesideTheShards_areRunsInListOrder() {
        Random random = new Random(7);
        for (int shards : new int[] {1, 2, 3, 16, 64, 1_024}) {
            for (int size : new int[] {0, 1, 2, 15, 16, 17, 63, 64, 65, 500, 1_023, 1_024, 1_025}) {
                Update[] updates = updates(size, random);
                assertThat(runs(ShardOrder.of(updates, shards)))
                        .as("%s updates, %s shards", size, shards)
                        .isEqualTo(expected(updates, shards));
            }
        }
    }

    @Test
    void of_nothingAccepted_isEmpty() {
        for (int shards : new int[] {1, 64}) {
            assertThat(ShardOrder.of(new Update[10], shards).size()).isZero();
        }
    }
}
