package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RedeliveryProperties {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));

    /** The results of a run. */
    private record Run(Divergence report, String json, StateHash state, StateHash clean) {}

    private static Run run(long seed, RedeliveryPlan plan, List<List<Update>> requests, boolean release) {
        try (ProfileEngine engine =
                        ProfileEngine.builder().clock(CLOCK).shards(2).build();
                ProfileEngine clean =
                        ProfileEngine.builder().clock(CLOCK).shards(2).build();
                Faults faults = new Faults(engine, CLOCK)) {
            faults.set(FaultPlan.of(seed, plan));
            for (List<Update> request : requests) {
                faults.deliver(request, at -> at);
                clean.apply(Batch.of(request));
            }
            if (release) {
                faults.releaseDelayed();
            }
            Divergence report = faults.report();
            return new Run(report, report.json(), engine.stateHash(), clean.stateHash());
        }
    }

    @Property
    void deliver_noProbability_nothingDiffers(@ForAll long seed, @ForAll("requests") List<List<Update>> requests) {
        Run run = run(seed, RedeliveryPlan.CLEAN, requests, false);

        assertThat(run.report().isEmpty()).isTrue();
        assertThat(run.state()).isEqualTo(run.clean());
    }

    @Property
    void report_sameSeed_isTheSame(
            @ForAll long seed, @ForAll("plans") RedeliveryPlan plan, @ForAll("requests") List<List<Update>> requests) {
        Run first = run(seed, plan, requests, false);
        Run again = run(seed, plan, requests, false);

        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.state()).isEqualTo(first.state());
    }

    /** The clean run is that of an undisturbed engine, so the report is empty exactly if the two states agree. */
    @Property
    void report_isEmptyJustIfTheStateIsThatOfACleanEngine(
            @ForAll long seed, @ForAll("plans") RedeliveryPlan plan, @ForAll("requests") List<List<Update>> requests) {
        Run run = run(seed, plan, requests, true);

        assertThat(run.report().isEmpty()).isEqualTo(run.state().equals(run.clean()));
    }

    @Property
    void report_everyDivergentProperty_hasSomebodyToBlame(
            @ForAll long seed, @ForAll("plans") RedeliveryPlan plan, @ForAll("requests") List<List<Update>> requests) {
        Run run = run(seed, plan, requests, true);

        assertThat(run.report().profiles()).allSatisfy(profile -> {
            assertThat(profile.disturbances()).isNotEmpty();
            assertThat(profile.properties())
                    .allSatisfy(property -> assertThat(property.blames()).isNotEmpty());
        });
    }

    @Property
    void delayedAdds_released_converge(@ForAll long seed, @ForAll("adds") List<List<Update>> requests) {
        RedeliveryPlan plan = RedeliveryPlan.CLEAN.withReorder(0.5, 3).withDelay(0.5, 4);

        assertThat(run(seed, plan, requests, true).report().isEmpty()).isTrue();
    }

    @Provide
    Arbitrary<RedeliveryPlan> plans() {
        Arbitrary<Double> part = Arbitraries.of(0.0, 0.1, 0.25);
        Arbitrary<Integer> distance = Arbitraries.integers().between(1, 5);
        return Combinators.combine(part, part, part, distance, part, distance)
                .as((duplicate, drop, reorder, window, delay, later) ->
                        new RedeliveryPlan(null, duplicate, drop, reorder, window, delay, later));
    }

    @Provide
    Arbitrary<List<List<Update>>> requests() {
        return updates(Arbitraries.of(Operator.class))
                .list()
                .ofMaxSize(5)
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<List<Update>>> adds() {
        return updates(Arbitraries.of(Operator.ADD)).list().ofMaxSize(5).list().ofMaxSize(8);
    }

    private static Arbitrary<Update> updates(Arbitrary<Operator> operators) {
        return Combinators.combine(
                        Arbitraries.of("shop", "other"),
                        Arbitraries.of("ada", "bob"),
                        operators,
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(1, 3))
                .as(RedeliveryProperties::update);
    }

    private static Update update(String token, String id, Operator operator, String name, int value) {
        UpdateBuilder builder = Update.of(ProfileId.user(token, id));
        Object operand = switch (operator) {
            case UNSET, DELETE -> List.of(name);
            case UNION -> Map.of(name, List.of(value));
            case MERGE -> Map.of(name, Map.of("k" + value, value));
            case SET, SET_ONCE, ADD, APPEND, REMOVE -> Map.of(name, value);
        };
        return builder.operation(Operation.of(operator, operand)).build();
    }
}
