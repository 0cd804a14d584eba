package io.github.profileengine.store;

import io.github.profileengine.log.LogEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Reorders a log into an equivalent one: between two barriers, any merge that keeps the order of each shard. */
final class LogShuffle {
    private LogShuffle() {}

    static List<LogEntry> of(List<LogEntry> log, Random random) {
        List<LogEntry> shuffled = new ArrayList<>();
        Map<Integer, Deque<LogEntry>> pending = new TreeMap<>();
        for (LogEntry entry : log) {
            if (entry instanceof LogEntry.Slice slice) {
                pending.computeIfAbsent(slice.shard(), shard -> new ArrayDeque<>())
                        .add(slice);
            } else {
                merge(pending, shuffled, random);
                shuffled.add(entry);
            }
        }
        merge(pending, shuffled, random);
        return shuffled;
    }

    private static void merge(Map<Integer, Deque<LogEntry>> pending, List<LogEntry> out, Random random) {
        List<Deque<LogEntry>> shards = new ArrayList<>(pending.values());
        pending.clear();
        while (!shards.isEmpty()) {
            int chosen = random.nextInt(shards.size());
            out.add(shards.get(chosen).remove());
            if (shards.get(chosen).isEmpty()) {
                shards.remove(chosen);
            }
        }
    }
}
