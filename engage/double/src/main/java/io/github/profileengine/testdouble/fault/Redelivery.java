package io.github.profileengine.testdouble.fault;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
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
import java.util.SplittableRandom;

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
     * One application of an update to the disturbed engine.
     *
     * @param index which update of the request it is; -1 if it is of an earlier one
     * @param again whether it is the second time
     */
    private record Step(Update update, int index, boolean again) {}

    @Override
    public synchronized List<DeliveredUpdate> deliver(List<Update> sent) {
        requests++;
        updates += sent.size();
        List<Update> timed = timed(sent);
        ProfileId[] targets = targets(timed);
        List<DeliveredUpdate> answers = DeliveredUpdate.of(clean.applyWithOutcomes(Batch.of(timed)));
        List<Step> steps = steps(timed, targets);
        List<DeliveredUpdate> results = apply(steps);
        for (int at = 0; at < steps.size(); at++) {
            Step step = steps.get(at);
            if (step.again()) {
                log.add(new Disturbance(
                        DisturbanceKind.DUPLICATE,
                        requests,
                        step.index(),
                        step.update().target(),
                        targets[step.index()],
                        Disturbance.changed(results.get(at).outcomes())));
            } else if (step.index() >= 0) {
                answers.set(step.index(), results.get(at));
            }
        }
        return answers;
    }

    private List<DeliveredUpdate> apply(List<Step> steps) {
        if (steps.isEmpty()) {
            return List.of();
        }
        return DeliveredUpdate.of(engine.applyWithOutcomes(
                Batch.of(steps.stream().map(Step::update).toList())));
    }

    /** Both runs, and an update that is held back, must see the time at which it arrived. */
    private List<Update> timed(List<Update> sent) {
        Instant now = clock.instant();
        return sent.stream()
                .map(update -> update.time().isPresent() ? update : timed(update, now))
                .toList();
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

    private ProfileId[] targets(List<Update> timed) {
        return timed.stream()
                .map(update -> update.ignoreAlias() ? update.target() : resolved(update.target()))
                .toArray(ProfileId[]::new);
    }

    private ProfileId resolved(ProfileId id) {
        return id.isGroup() ? id : id.withId(clean.resolve(id.token(), id.id()));
    }

    private List<Step> steps(List<Update> timed, ProfileId[] targets) {
        List<Step> steps = new ArrayList<>();
        for (int index = 0; index < timed.size(); index++) {
            Update update = timed.get(index);
            String token = update.target().token();
            if (!plan.concerns(token) || projects.size() >= MAX_PROJECTS && !projects.containsKey(token)) {
                steps.add(new Step(update, index, false));
                continue;
            }
            Project project = projects.computeIfAbsent(token, name -> new Project(Draws.of(seed, "project " + name)));
            project.arrived++;
            addSteps(steps, update, index, targets[index], project);
            for (Update late : held.takeDue(token, project.arrived)) {
                steps.add(new Step(late, -1, false));
            }
        }
        return steps;
    }

    private void addSteps(List<Step> steps, Update update, int index, ProfileId target, Project project) {
        SplittableRandom random = project.draws.at(project.arrived);
        DisturbanceKind kind = plan.kind(random.nextDouble());
        if (kind == DisturbanceKind.REORDER || kind == DisturbanceKind.DELAY) {
            long distance =
                    kind == DisturbanceKind.REORDER ? random.nextInt(1, plan.window() + 1) : plan.delayUpdates();
            kind = held.hold(update, project.arrived + distance) ? kind : null;
        }
        if (kind == null || kind == DisturbanceKind.DUPLICATE) {
            steps.add(new Step(update, index, false));
        }
        if (kind == DisturbanceKind.DUPLICATE) {
            // Told when it is known what the second time changed.
            steps.add(new Step(update, index, true));
        } else if (kind != null) {
            log.add(new Disturbance(kind, requests, index, update.target(), target, Disturbance.named(update)));
        }
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
