package io.github.profileengine.store;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.reducer.DecidedRules;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The counts of one shard: updates, outcomes by rule, and waits for its lock. Only the holder of the lock writes them,
 * so it needs no atomic additions. Any thread may read them and sees recent numbers.
 */
final class ShardCounters {
    private static final int RULES = Rule.values().length;
    private static final int ACCEPTED = RULES;
    private static final int REJECTED = RULES + 1;
    private static final int LOCK_WAITS = RULES + 2;
    private static final int LOCK_WAIT_NANOS = RULES + 3;

    private final AtomicLongArray counts = new AtomicLongArray(RULES + 4);

    void accepted(DecidedRules decided) {
        add(ACCEPTED, 1);
        outcomes(decided);
    }

    void rejected(DecidedRules decided) {
        add(REJECTED, 1);
        outcomes(decided);
    }

    private void outcomes(DecidedRules decided) {
        for (int at = 0; at < decided.size(); at++) {
            add(decided.ordinal(at), 1);
        }
    }

    void waited(long nanos) {
        add(LOCK_WAITS, 1);
        add(LOCK_WAIT_NANOS, nanos);
    }

    private void add(int at, long more) {
        counts.setRelease(at, counts.getPlain(at) + more);
    }

    long outcomes(Rule rule) {
        return counts.getAcquire(rule.ordinal());
    }

    long accepted() {
        return counts.getAcquire(ACCEPTED);
    }

    long rejected() {
        return counts.getAcquire(REJECTED);
    }

    long lockWaits() {
        return counts.getAcquire(LOCK_WAITS);
    }

    long lockWaitNanos() {
        return counts.getAcquire(LOCK_WAIT_NANOS);
    }
}
