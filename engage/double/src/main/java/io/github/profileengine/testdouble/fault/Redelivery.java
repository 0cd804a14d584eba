package io.github.profileengine.testdouble.fault;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Delivers updates otherwise than they were sent, and all of them as they were sent to a second engine, the clean run.
 * One request after another; any thread may call.
 *
 * <p>Beside what the clean engine holds it remembers at most {@value DisturbanceLog#MAX_DISTURBANCES} disturbances and
 * {@value HeldUpdates#MAX_UPDATES} updates that wait, and so many characters of them as their classes say. Past that
 * the oldest disturbances are forgotten, and no further update is held back. Past {@value #MAX_PROJECTS} projects the
 * updates of further ones are left alone.
 */
final class Redelivery implements UpdateDelivery, AutoCloseable {
    static final int MAX_PROJECTS = 100_000;

    private final long seed;
    private final RedeliveryPlan plan;
    private final ProfileEngine engine;
    private final ProfileEngine clean;
    private final InstantSource clock;
    private final DisturbanceLog log = new DisturbanceLog();
    private final HeldUpdates held = new HeldUpdates();
    private final Map<String, Project> projects = new HashMap<>();
    private long requests;
    private long updates;

    Redelivery(long seed, RedeliveryPlan plan, ProfileEngine engine, InstantSource clock) {
        this.seed = seed;
        this.plan = plan;
        this.engine = engine;
        this.clean = engine.fork(clock);
        this.clock = clock;
    }

    /** How many updates of a project have arrived, and what it draws. */
    private static final class Project {
        private final Draws draws;
        private long arrived;

        Project(Draws draws) {
            this.draws = draws;
        }
    }

    /**
     * An update as both runs see it.
     *
     * @param target whom it is meant for, aliases followed
     * @param place where in the payload it is
     */
    private record Arriving(Update update, ProfileId target, int place) {
        Disturbance disturbed(DisturbanceKind kind, long request, Map<Operator, Set<String>> touched) {
            return new Disturbance(kind, request, place, update.target(), target, touched);
        }
    }

    /**
     * One application of an update to the disturbed engine.
     *
     * @param at which update of the request it is; -1 if it is of an earlier one
     * @param again whether it is the second time
     */
    private record Step(Update update, int at, boolean again) {}

    @Override
    public synchronized List<DeliveredUpdate> deliver(List<Update> sent, IntUnaryOperator places) {
        requests++;
        updates += sent.size();
        List<Arriving> arriving = arriving(sent, places);
        List<DeliveredUpdate> answers = DeliveredUpdate.of(clean.applyWithOutcomes(
                Batch.of(arriving.stream().map(Arriving::update).toList())));
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < arriving.size(); at++) {
            Disturbance lost = addSteps(steps, arriving.get(at), at);
            if (lost != null) {
                answers.set(at, told(answers.get(at), lost));
            }
        }
        List<DeliveredUpdate> results = apply(steps);
        for (int step = 0; step < steps.size(); step++) {
            int at = steps.get(step).at();
            DeliveredUpdate result = results.get(step);
            if (steps.get(step).again()) {
                Disturbance twice = arriving.get(at)
                        .disturbed(DisturbanceKind.DUPLICATE, requests, Disturbance.changed(result.outcomes()));
                answers.set(at, told(answers.get(at), twice));
            } else if (at >= 0) {
                answers.set(at, result);
            }
        }
        return answers;
    }

    private DeliveredUpdate told(DeliveredUpdate answer, Disturbance disturbance) {
        log.add(disturbance);
        return answer.with(disturbance);
    }

    private List<DeliveredUpdate> apply(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        return DeliveredUpdate.of(engine.applyWithOutcomes(
                Batch.of(steps.stream().map(Step::update).toList())));
    }

    private List<Arriving> arriving(List<Update> sent, IntUnaryOperator places) {
        // Both runs, and an update that is held back, must see the time at which it arrived.
        Instant now = clock.instant();
        List<Arriving> arriving = new ArrayList<>(sent.size());
        for (int at = 0; at < sent.size(); at++) {
            Update update = sent.get(at).time().isPresent() ? sent.get(at) : timed(sent.get(at), now);
            ProfileId target = update.ignoreAlias() ? update.target() : resolved(update.target());
            arriving.add(new Arriving(update, target, places.applyAsInt(at)));
        }
        return arriving;
    }

    private static Update timed(Update update, Instant now) {
        UpdateBuilder builder = Update.of(update.target())
                .ignoreTime(update.ignoreTime())
                .ignoreAlias(update.ignoreAlias())
                .time(now);
        update.ip().ifPresent(builder::ip);
        update.coordinates().ifPresent(at -> builder.coordinates(at.latitude(), at.longitude()));
        update.operations().forEach(builder::operation);
        return builder.build();
    }

    private ProfileId resolved(ProfileId id) {
        return id.isGroup() ? id : id.withId(clean.resolve(id.token(), id.id()));
    }

    /** Adds what is to be applied now that an update has arrived; answers how it is kept from that, or null. */
    private @Nullable Disturbance addSteps(List<Step> steps, Arriving arriving, int at) {
        Update update = arriving.update();
        String token = update.target().token();
        if (!plan.concerns(token) || projects.size() >= MAX_PROJECTS && !projects.containsKey(token)) {
            steps.add(new Step(update, at, false));
            return null;
        }
        Project project = projects.computeIfAbsent(token, name -> new Project(Draws.of(seed, "project " + name)));
        project.arrived++;
        DisturbanceKind kind = kind(update, project);
        boolean applied = kind == null || kind == DisturbanceKind.DUPLICATE;
        if (applied) {
            steps.add(new Step(update, at, false));
        }
        if (kind == DisturbanceKind.DUPLICATE) {
            steps.add(new Step(update, at, true));
        }
        held.takeDue(token, project.arrived).forEach(late -> steps.add(new Step(late, -1, false)));
        return applied || kind == null ? null : arriving.disturbed(kind, requests, Disturbance.named(update));
    }

    /** What happens to an update that has arrived; it is held back already if it must wait. */
    private @Nullable DisturbanceKind kind(Update update, Project project) {
        SplittableRandom random = project.draws.at(project.arrived);
        DisturbanceKind kind = plan.kind(random.nextDouble());
        if (kind != DisturbanceKind.REORDER && kind != DisturbanceKind.DELAY) {
            return kind;
        }
        long distance = kind == DisturbanceKind.REORDER ? random.nextInt(1, plan.window() + 1) : plan.delayUpdates();
        return held.hold(update, project.arrived + distance) ? kind : null;
    }

    @Override
    public synchronized AliasResult alias(Alias alias) {
        clean.alias(alias.token(), alias.alias(), alias.id());
        return engine.alias(alias.token(), alias.alias(), alias.id());
    }

    /** Applies what is held back, in the order in which it was sent; how many updates that were. */
    synchronized int release() {
        List<Update> late = held.takeAll();
        if (!late.isEmpty()) {
            engine.apply(Batch.of(late));
        }
        return late.size();
    }

    /** How the two runs differ now. */
    synchronized Divergence report() {
        return new Attribution(log.latest(), this::resolved)
                .report(clean.snapshot(), engine.snapshot(), updates, held.size(), log);
    }

    /** Forgets a project in the clean run too. */
    synchronized void forget(String token) {
        clean.clear(token);
        held.forget(token);
        log.forget(token);
        projects.remove(token);
    }

    @Override
    public synchronized void close() {
        clean.close();
    }
}
