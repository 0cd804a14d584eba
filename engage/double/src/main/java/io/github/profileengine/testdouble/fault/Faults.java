package io.github.profileengine.testdouble.fault;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies a plan of faults in a double. Nothing goes wrong until a plan is set. Any thread may call any method; a plan
 * takes effect between two deliveries.
 *
 * <p>A plan with a {@link RedeliveryPlan} has a clean run: a copy of the engine, made when the plan is set. The clean
 * run gets every update of every request as it was sent, and {@link #report} compares the engine with it. It misses all
 * changes that do not come from requests: call {@link #restart} after those. The copy shares with the engine everything
 * that neither has changed since. Besides it, at most 10,000 disturbances are remembered and 10,000 updates held back.
 */
public final class Faults implements RequestFaults, UpdateDelivery, AutoCloseable {
    private final ProfileEngine engine;
    private final InstantSource clock;
    private final Supplier<Runnable> working;
    // The read lock is held during a delivery, so that a clean run contains either all of a delivery or nothing of it.
    private final ReentrantReadWriteLock plans = new ReentrantReadWriteLock();
    private volatile FaultPlan plan = FaultPlan.NONE;
    private volatile LiveRules rules = LiveRules.NONE;
    private @Nullable Redelivery redelivery;

    /**
     * Starts without a plan.
     *
     * @param engine the engine that receives the updates
     * @param clock the time of updates that have none
     */
    public Faults(ProfileEngine engine, InstantSource clock) {
        this(engine, clock, () -> () -> {});
    }

    /**
     * Starts without a plan.
     *
     * @param engine the engine that receives the updates
     * @param clock the time of updates that have none
     * @param working called before {@link #releaseDelayed} applies updates; what it returns is called afterwards.
     *     Subscribers that are told of these updates must not wait for requests, because requests wait until they are
     *     applied
     */
    public Faults(ProfileEngine engine, InstantSource clock, Supplier<Runnable> working) {
        this.engine = engine;
        this.clock = clock;
        this.working = working;
    }

    /** The current plan. */
    public FaultPlan plan() {
        return plan;
    }

    /**
     * Sets a plan, with all counts at zero. Updates that another plan held back are dropped; to have them applied, call
     * {@link #releaseDelayed} before.
     *
     * @throws IllegalStateException on a thread that delivers updates, as {@link #requireNoDelivery} says
     */
    public void set(FaultPlan next) {
        Objects.requireNonNull(next, "plan");
        requireNoDelivery();
        plans.writeLock().lock();
        try {
            if (redelivery != null) {
                redelivery.close();
            }
            RedeliveryPlan disturbed = next.redelivery();
            redelivery = disturbed == null ? null : new Redelivery(next.seed(), disturbed, engine, clock);
            rules = LiveRules.of(next);
            plan = next;
        } finally {
            plans.writeLock().unlock();
        }
    }

    /** Ends all faults, as {@link #set} with {@link FaultPlan#NONE} does. */
    public void clear() {
        set(FaultPlan.NONE);
    }

    /**
     * Fails on a thread that is delivering updates. A subscriber may run on such a thread; if it changed the plan, it
     * would wait for its own delivery for ever.
     *
     * @throws IllegalStateException if this thread is delivering updates
     */
    public void requireNoDelivery() {
        if (plans.getReadHoldCount() > 0) {
            throw new IllegalStateException(
                    "a subscriber on the thread of a request cannot set faults, reset or restore,"
                            + " because it would wait for that request; let another thread do it");
        }
    }

    /**
     * Starts the same plan again; the clean run begins with the present content of the engine.
     *
     * @throws IllegalStateException on a thread that delivers updates, as {@link #requireNoDelivery} says
     */
    public void restart() {
        requireNoDelivery();
        plans.writeLock().lock();
        try {
            set(plan);
        } finally {
            plans.writeLock().unlock();
        }
    }

    /** Forgets what was sent to a project, and clears it in the clean run as it was cleared in the engine. */
    public void forget(String token) {
        plans.readLock().lock();
        try {
            if (redelivery != null) {
                redelivery.forget(token);
            }
        } finally {
            plans.readLock().unlock();
        }
    }

    @Override
    public Strike strike(Supplier<Set<String>> tokens) {
        return rules.strike(tokens);
    }

    @Override
    public List<DeliveredUpdate> deliver(List<Update> updates, IntUnaryOperator places) {
        plans.readLock().lock();
        try {
            return redelivery == null
                    ? DeliveredUpdate.of(engine.applyWithOutcomes(Batch.of(updates)))
                    : redelivery.deliver(updates, places);
        } finally {
            plans.readLock().unlock();
        }
    }

    @Override
    public AliasResult alias(Alias alias) {
        plans.readLock().lock();
        try {
            return redelivery == null
                    ? engine.alias(alias.token(), alias.alias(), alias.id())
                    : redelivery.alias(alias);
        } finally {
            plans.readLock().unlock();
        }
    }

    /** Returns how the profiles now differ from those of the clean run. Does not apply updates that are held back. */
    public Divergence report() {
        plans.readLock().lock();
        try {
            return redelivery == null ? Divergence.NONE : redelivery.report();
        } finally {
            plans.readLock().unlock();
        }
    }

    /** Applies all updates that are held back, in the order in which they were sent, and returns their number. */
    public int releaseDelayed() {
        Runnable ended = working.get();
        try {
            plans.readLock().lock();
            try {
                return redelivery == null ? 0 : redelivery.release();
            } finally {
                plans.readLock().unlock();
            }
        } finally {
            ended.run();
        }
    }

    /** Ends all faults and the clean run. */
    @Override
    public void close() {
        clear();
    }
}
