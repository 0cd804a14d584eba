package io.github.profileengine.testdouble.fault;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
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
 * Applies updates to the engine differently from how they were sent. A second engine, the clean run, gets all updates
 * as they were sent. Any thread may call; requests are handled one at a time.
 *
 * <p>Besides the content of the clean run, it remembers at most {@value DisturbanceLog#MAX_DISTURBANCES} disturbances
 * and {@value HeldUpdates#MAX_UPDATES} held updates; both are also bounded in characters. Past these bounds the oldest
 * disturbances are forgotten, and no more updates are held back. Updates of projects beyond the first
 * {@value #MAX_PROJECTS} are not disturbed.
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

    /** How many updates of a project have arrived, and the random numbers of the project. */
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
     * @param target the profile that it is meant for, aliases followed
     * @param place its place in the payload
     */
    private record Arriving(Update update, ProfileId target, int place) {
        Disturbance disturbed(DisturbanceKind kind, long request, Map<Operator, Set<String>> touched) {
            return new Disturbance(kind, request, place, update.target(), target, touched);
        }
    }

    /**
     * One application of an update to the disturbed engine.
     *
     * @param at the index of the update in its request; -1 for a held update of an earlier request
     * @param again whether it is the second application of a duplicate
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
                answers.set(at, repeated(answers.get(at), result, arriving.get(at)));
            } else if (at >= 0) {
                answers.set(at, result);
            }
        }
        return answers;
    }

    /** The answer to a duplicate. If a limit rejected it, the first or the second time, it was not applied twice. */
    private DeliveredUpdate repeated(DeliveredUpdate first, DeliveredUpdate second, Arriving arriving) {
        if (first.field() != null || second.field() != null) {
            return first;
        }
        Map<Operator, Set<String>> touched = Disturbance.changed(second.outcomes());
        return told(first, arriving.disturbed(DisturbanceKind.DUPLICATE, requests, touched));
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
        // Both runs must see the time at which the update arrived, even if it is held back.
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

    /**
     * Adds the applications that are due now that an update has arrived. Returns the disturbance that keeps the update
     * itself from being applied now, or null.
     */
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

    /**
     * Draws what happens to an update that has arrived. If the update must wait, it is also put among the held ones.
     */
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

    /** Applies all held updates in the order in which they were sent, and returns their number. */
    synchronized int release() {
        List<Update> late = held.takeAll();
        if (!late.isEmpty()) {
            engine.apply(Batch.of(late));
        }
        return late.size();
    }

    /** Returns how the two runs differ now. */
    synchronized Divergence report() {
        return new Attribution(log.latest(), this::resolved)
                .report(clean.snapshot(), engine.snapshot(), updates, held.size(), log);
    }

    /** Forgets a project, also in the clean run. */
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
