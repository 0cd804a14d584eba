package io.github.profileengine.store;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What an engine has counted since it was built, and how it stands. Immutable. Each number is exact while nobody
 * writes; otherwise it is recent, and the numbers are not all of one moment.
 *
 * <h2>Two figures of memory</h2>
 *
 * {@code estimatedBytes} is what the profiles would take as objects, whichever store keeps them. It is a function of
 * their content, and what {@link EngineBounds} go by.
 *
 * <p>{@code heapBytes} is what they take as the store keeps them, in a JVM of 64 bits with compressed references:
 * records or objects, tables, projects, the room that all of these keep, what deleted and moved records have left
 * behind, objects that only earlier states hold until the store is compacted, what bounds count by project. A
 * measurement of the heap comes out within a tenth of it. What forks and snapshots share with the engine counts in each
 * of them. Not in it are aliases, what an engine without profiles takes, and names of properties and keys of up to 255
 * units, which profiles mostly share: where each profile has names of its own, the heap holds more, up to three times
 * as much if values are short. Nor is what a fork appended where a list that both share had room for it: that stays
 * until the list outgrows its array or is gone; nor the index that a long list is given by a {@code $union} which adds
 * nothing, until it changes. A text that is one instance in several profiles counts in each, but for the automatic
 * times. Reading it looks at no profile and waits for nobody.
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
 * @param lockWaitNanos how long in all, in nanoseconds
 * @param cuts how often all shards were stopped between two batches: for snapshots and forks, aliases, {@code clear},
 *     {@code restore}, and the begin of recordings and subscriptions
 * @param cutWaitNanos how long these waited for running batches in all, in nanoseconds; their own work is not in it
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

    /** How often something happened, whatever the operator. */
    public long outcomes(Outcome.Kind kind) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How often something happened by an operator; a rejected record is of none. */
    public long outcomes(Operator operator, Outcome.Kind kind) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().kind() == kind
                        && entry.getKey().ruleName().startsWith(operator.word() + "-"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many times the average the fullest shard holds: 1 is an even spread, {@link #shards} the worst. */
    public double imbalance() {
        return profiles == 0 ? 1 : (double) fullestShard * shards / profiles;
    }
}
