package io.github.profileengine.store;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The counters of an engine since it was built, and its current state. Immutable. Each number is exact while nobody
 * writes. Otherwise it is recent, and the numbers are not all of one moment.
 *
 * <h2>Two figures of memory</h2>
 *
 * {@code estimatedBytes} is what the profiles would take as objects, whichever store keeps them. It depends only on
 * their content, and {@link EngineBounds} use it.
 *
 * <p>{@code heapBytes} is what the profiles take as the store keeps them, in a 64-bit JVM with compressed references.
 * It includes records or objects, tables, projects, and the spare room in all of these. It also includes what deleted
 * and moved records have left behind, objects that only earlier states hold until the store is compacted, and the
 * counts of bounds by project. A measurement of the heap is within a tenth of it. What forks and snapshots share with
 * the engine counts in each of them. A text that is one instance in several profiles counts in each, except the
 * automatic times. Reading the figure looks at no profile and waits for nobody.
 *
 * <p>{@code heapBytes} does not include aliases, what an engine without profiles takes, and names of properties and
 * keys of up to 255 UTF-16 units, which profiles mostly share. If each profile has names of its own, the heap holds
 * more, up to three times as much if values are short.
 *
 * <p>Two things about lists are not included either. If a fork appends to a list that both engines share and that has
 * room, the appended elements stay until the list outgrows its array or is gone. If a {@code $union} adds nothing to a
 * long list, it gives the list an index, which is not included until the list changes.
 *
 * @param batches how many batches were applied
 * @param accepted updates that were accepted
 * @param rejected updates that were rejected
 * @param outcomes how often each rule decided, for rules that did, in the order of {@link Rule}; a rejected update
 *     counts once, under its one rule
 * @param profiles how many profiles there are
 * @param aliases how many aliases there are
 * @param estimatedBytes the estimated heap of all profiles; see
 *     {@link io.github.profileengine.profile.Profile#estimatedBytes}
 * @param heapBytes the heap that all profiles take as this engine keeps them; see above
 * @param shards how many shards there are
 * @param fullestShard how many profiles the fullest shard has
 * @param lockWaits how often a thread waited for the lock of a shard
 * @param lockWaitNanos the sum of these waits, in nanoseconds
 * @param cuts how often all shards were stopped between two batches: for snapshots and forks, aliases, {@code clear},
 *     {@code restore}, and the start and end of recordings and the start of subscriptions
 * @param cutWaitNanos the sum of the times that these waited for running batches and for one another, in nanoseconds,
 *     without their own work
 */
public record EngineStats(
        long batches,
        long accepted,
        long rejected,
        Map<Rule, Long> outcomes,
        long profiles,
        long aliases,
        long estimatedBytes,
        long heapBytes,
        int shards,
        long fullestShard,
        long lockWaits,
        long lockWaitNanos,
        long cuts,
        long cutWaitNanos) {

    public EngineStats {
        Map<Rule, Long> sorted = new EnumMap<>(Rule.class);
        sorted.putAll(outcomes);
        outcomes = Collections.unmodifiableMap(sorted);
    }

    /** Updates that were accepted or rejected. */
    public long updates() {
        return accepted + rejected;
    }

    /** How often a rule decided. */
    public long outcomes(Rule rule) {
        return outcomes.getOrDefault(rule, 0L);
    }

    /** How often outcomes of a kind occurred, for all operators. */
    public long outcomes(Outcome.Kind kind) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How often outcomes of a kind occurred for an operator; a rejected record belongs to no operator. */
    public long outcomes(Operator operator, Outcome.Kind kind) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind
                        && entry.getKey().ruleName().startsWith(operator.word() + "-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The size of the fullest shard divided by the average: 1 is an even spread, {@link #shards} the worst. */
    public double imbalance() {
        return profiles == 0 ? 1 : (double) fullestShard * shards / profiles;
    }
}
