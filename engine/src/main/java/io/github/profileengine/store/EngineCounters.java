package io.github.profileengine.store;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.table.ProfileTable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** The counters that belong to no shard. Thread-safe. */
final class EngineCounters {
    private final LongAdder batches = new LongAdder();
    private final LongAdder cuts = new LongAdder();
    private final LongAdder cutWaitNanos = new LongAdder();
    // Updates that were rejected before they reached a shard.
    private final AtomicLongArray rejected = new AtomicLongArray(Rule.values().length);

    /** Counts a batch that was applied, and its updates that were rejected before any shard saw them. */
    void batch(List<Rule> refused) {
        batches.increment();
        refused.forEach(rule -> rejected.incrementAndGet(rule.ordinal()));
    }

    void cut(long waitedNanos) {
        cuts.increment();
        cutWaitNanos.add(waitedNanos);
    }

    EngineStats stats(Shards shards, long aliases) {
        List<ShardCounters> ofShards = shards.stream().map(Shard::counters).toList();
        List<ProfileTable> tables = shards.stream().map(Shard::table).toList();
        Map<Rule, Long> outcomes = outcomes(ofShards);
        return new EngineStats(
                batches.sum(),
                ofShards.stream().mapToLong(ShardCounters::accepted).sum(),
                ofShards.stream().mapToLong(ShardCounters::rejected).sum() + rejectedBeforehand(),
                outcomes,
                tables.stream().mapToLong(ProfileTable::count).sum(),
                aliases,
                tables.stream().mapToLong(ProfileTable::bytes).sum(),
                heapBytes(tables) + shards.boundsHeapBytes(),
                tables.size(),
                tables.stream().mapToLong(ProfileTable::count).max().orElse(0),
                ofShards.stream().mapToLong(ShardCounters::lockWaits).sum(),
                ofShards.stream().mapToLong(ShardCounters::lockWaitNanos).sum(),
                cuts.sum(),
                cutWaitNanos.sum());
    }

    // Each token counts once, because the shards share its text.
    private static long heapBytes(List<ProfileTable> tables) {
        Set<String> tokens = new HashSet<>();
        tables.forEach(table -> table.collectTokens(tokens));
        return tables.stream().mapToLong(ProfileTable::heapBytes).sum()
                + tokens.stream().mapToLong(HeapSize::ofName).sum();
    }

    private Map<Rule, Long> outcomes(List<ShardCounters> ofShards) {
        Map<Rule, Long> outcomes = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            long count = rejected.get(rule.ordinal())
                    + ofShards.stream().mapToLong(shard -> shard.outcomes(rule)).sum();
            if (count > 0) {
                outcomes.put(rule, count);
            }
        }
        return outcomes;
    }

    private long rejectedBeforehand() {
        long sum = 0;
        for (int rule = 0; rule < rejected.length(); rule++) {
            sum += rejected.get(rule);
        }
        return sum;
    }
}
