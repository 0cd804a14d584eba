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
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a double at work. Nothing goes wrong until a plan is set. Any thread may call any method; a plan takes
 * effect between two deliveries.
 *
 * <p>With a {@link RedeliveryPlan}, a copy of the engine is made when the plan is set, and gets every update of every
 * request as it was sent: the clean run, to which {@link #report} compares. What is changed otherwise than by requests
 * is no part of it: call {@link #restart} after that. The copy shares with the engine all that neither has changed
 * since; beside it at most 10,000 disturbances are remembered and 10,000 updates held back.
 */
public final class Faults implements RequestFaults, UpdateDelivery, AutoCloseable {
    private final ProfileEngine engine;
    private final InstantSource clock;
    private final Supplier<Runnable> working;
    // Held for reading while something is delivered, so that a clean run begins with all of a delivery or nothing.
    private final ReadWriteLock plans = new ReentrantReadWriteLock();
    private volatile FaultPlan plan = FaultPlan.NONE;
    private volatile LiveRules rules = LiveRules.NONE;
    private @Nullable Redelivery redelivery;

    /**
     * No faults yet.
     *
     * @param engine where updates go
     * @param clock the time of updates that tell none
     */
    public Faults(ProfileEngine engine, InstantSource clock) {
        this(engine, clock, () -> () -> {});
    }

    /**
     * No faults yet.
     *
     * @param engine where updates go
     * @param clock the time of updates that tell none
     * @param working called before held back updates are applied by hand; what it answers is called afterwards. Who is
     *     told of them must not wait for requests, which wait for that
     */
    public Faults(ProfileEngine engine, InstantSource clock, Supplier<Runnable> working) {
        this.engine = engine;
        this.clock = clock;
        this.working = working;
    }

    /** The plan that is at work. */
    public FaultPlan plan() {
        return plan;
    }

    /**
     * Puts a plan to work, with all counts at zero. Updates that another plan held back are dropped; call
     * {@link #releaseDelayed} before to have them applied.
     */
    public void set(FaultPlan next) {
        Objects.requireNonNull(next, "plan");
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

    /** Nothing goes wrong any more; as {@link #set} of {@link FaultPlan#NONE}. */
    public void clear() {
        set(FaultPlan.NONE);
    }

    /** Begins the same plan anew, the clean run with what the engine holds now. */
    public void restart() {
        plans.writeLock().lock();
        try {
            set(plan);
        } finally {
            plans.writeLock().unlock();
        }
    }

    /** Forgets what was sent to a project and clears it in the clean run, as the engine's own has been cleared. */
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

    /** How the profiles differ now from those of the clean run; releases nothing that is held back. */
    public Divergence report() {
        plans.readLock().lock();
        try {
            return redelivery == null ? Divergence.NONE : redelivery.report();
        } finally {
            plans.readLock().unlock();
        }
    }

    /** Applies every update that is held back, in the order in which they were sent; answers how many there were. */
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

    /** Ends the clean run. */
    @Override
    public void close() {
        clear();
    }
}
