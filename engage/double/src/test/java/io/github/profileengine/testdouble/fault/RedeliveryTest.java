package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.DoubleClock;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedeliveryTest {
    private static final ProfileId ADA = ProfileId.user("shop", "ada");

    private final DoubleClock clock = new DoubleClock(InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z")));
    private final ProfileEngine engine = ProfileEngine.builder()
            .clock(clock)
            .options(ReducerOptions.defaults().withAutomaticLastSeen(false))
            .build();
    private final Faults faults = new Faults(engine, clock);

    @AfterEach
    void close() {
        faults.close();
        engine.close();
    }

    private static UpdateBuilder ada() {
        return Update.of(ADA);
    }

    private List<DeliveredUpdate> send(UpdateBuilder... updates) {
        return faults.deliver(Arrays.stream(updates).map(UpdateBuilder::build).toList(), at -> at);
    }

    private void plan(RedeliveryPlan plan) {
        faults.set(FaultPlan.of(1, plan));
    }

    private Object stored(String property) {
        return engine.profile(ADA).orElseThrow().get(property);
    }

    private DivergentProperty divergent(String property) {
        return faults.report().profile(ADA).orElseThrow().property(property).orElseThrow();
    }

    @Test
    void duplicate_setUnionOnceUnsetRemove_doNotDiverge() {
        plan(RedeliveryPlan.CLEAN.withDuplicate(1));

        send(
                ada().set("name", "Ada"),
                ada().setOnce("first", 1),
                ada().union("tags", List.of("a", "b")),
                ada().remove("tags", "a"),
                ada().unset("first"));

        assertThat(faults.report().isEmpty()).isTrue();
        assertThat(faults.report().disturbed()).containsEntry(DisturbanceKind.DUPLICATE, 5L);
    }

    @Test
    void reorder_append_diverges() {
        plan(RedeliveryPlan.CLEAN.withReorder(1, 1));
        send(ada().append("list", 1));
        send(ada().append("list", 2));
        send(ada().append("list", 3));
        faults.releaseDelayed();

        // Each update waits for the next one, which waits itself. So in the end only the last one that is disturbed is
        // late.
        assertThat(stored("list")).isEqualTo(List.of(1L, 2L, 3L));
        assertThat(faults.report().isEmpty()).isTrue();

        long seed = seedThatReordersFirstOfTwo();
        faults.set(FaultPlan.of(seed, RedeliveryPlan.CLEAN.withReorder(0.5, 1)));
        send(ada().append("other", 1));
        assertThat(engine.profile(ADA).orElseThrow().contains("other")).isFalse();
        send(ada().append("other", 2));

        assertThat(stored("other")).isEqualTo(List.of(2L, 1L));
        assertThat(divergent("other").blames()).singleElement().satisfies(blame -> {
            assertThat(blame.operator()).isEqualTo(Operator.APPEND);
            assertThat(blame.disturbance().kind()).isEqualTo(DisturbanceKind.REORDER);
        });
    }

    private static long seedThatReordersFirstOfTwo() {
        for (long seed = 0; ; seed++) {
            Draws draws = Draws.of(seed, "project shop");
            if (draws.at(1).nextDouble() < 0.5 && draws.at(2).nextDouble() >= 0.5) {
                return seed;
            }
        }
    }

    @Test
    void drop_union_divergesAndAnswersAsIfDelivered() {
        send(ada().set("tags", List.of("a")));
        plan(RedeliveryPlan.CLEAN.withDrop(1));

        List<DeliveredUpdate> answers = send(ada().union("tags", List.of("b")));

        assertThat(answers)
                .singleElement()
                .satisfies(answer ->
                        assertThat(answer.outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.APPLIED));
        assertThat(stored("tags")).isEqualTo(List.of("a"));
        assertThat(divergent("tags").change().before()).isEqualTo(List.of("a", "b"));
        assertThat(faults.report().summary()).containsExactly(new BlameCount(Operator.UNION, DisturbanceKind.DROP, 1));
    }

    @Test
    void drop_unionOfWhatIsThere_doesNotDiverge() {
        send(ada().set("tags", List.of("a")));
        plan(RedeliveryPlan.CLEAN.withDrop(1));

        send(ada().union("tags", List.of("a")));

        assertThat(faults.report().isEmpty()).isTrue();
    }

    @Test
    void delay_appliesAfterLaterUpdatesOfTheProjectOnly() {
        plan(RedeliveryPlan.CLEAN.withDelay(1, 2));

        send(ada().set("first", 1));
        send(
                Update.of(ProfileId.user("other", "x")).set("a", 1),
                Update.of(ProfileId.user("other", "x")).set("a", 2));
        send(ada().set("second", 1));
        assertThat(engine.profile(ADA)).isEmpty();
        send(ada().set("third", 1));

        assertThat(stored("first")).isEqualTo(1L);
        assertThat(engine.profile(ADA).orElseThrow().contains("second")).isFalse();
        assertThat(faults.report().held()).isEqualTo(4);
    }

    @Test
    void delay_commutingOperators_convergeWhenReleased() {
        plan(RedeliveryPlan.CLEAN.withDelay(1, 100));
        for (int at = 0; at < 10; at++) {
            clock.advance(Duration.ofMinutes(1));
            send(ada().add("credits", at).ignoreTime(true));
        }
        assertThat(faults.report().isEmpty()).isFalse();
        assertThat(faults.report().summary()).contains(new BlameCount(Operator.ADD, DisturbanceKind.DELAY, 1));

        clock.advance(Duration.ofHours(1));
        assertThat(faults.releaseDelayed()).isEqualTo(10);

        assertThat(stored("credits")).isEqualTo(45L);
        // The time at which the first update arrived, not that of its release.
        assertThat(stored("$created")).isEqualTo("2026-01-31T12:01:00");
        assertThat(faults.report().isEmpty()).isTrue();
        assertThat(faults.report().held()).isZero();
        assertThat(faults.releaseDelayed()).isZero();
    }

    @Test
    void token_otherProjectsAreNotDisturbedAndDoNotDiverge() {
        plan(RedeliveryPlan.CLEAN.withToken("shop").withDuplicate(1));

        send(ada().add("credits", 1), Update.of(ProfileId.user("other", "x")).add("credits", 1));

        assertThat(faults.report().profiles()).extracting(DivergentProfile::id).containsExactly(ADA);
    }

    @ParameterizedTest
    @EnumSource
    void rejected_update_isAnsweredOnceAndAtItsPlace(DisturbanceKind kind) {
        try (ProfileEngine strict = ProfileEngine.builder()
                        .clock(clock)
                        .options(ReducerOptions.defaults().withStrict(true))
                        .build();
                Faults its = new Faults(strict, clock)) {
            its.set(FaultPlan.of(1, always(kind)));

            List<DeliveredUpdate> answers = its.deliver(
                    List.of(
                            ada().set("a", 1).build(),
                            ada().add("a", "x").build(),
                            ada().set("b", 1).build()),
                    at -> at + 5);

            assertThat(answers).extracting(DeliveredUpdate::field).containsExactly(null, "$add", null);
            List<Disturbance> disturbances = answers.stream()
                    .flatMap(answer -> Stream.ofNullable(answer.disturbance()))
                    .toList();
            assertThat(disturbances).extracting(Disturbance::kind).containsOnly(kind);
            // What was rejected was not applied, let alone twice.
            assertThat(disturbances)
                    .extracting(Disturbance::index)
                    .containsExactlyElementsOf(kind == DisturbanceKind.DUPLICATE ? List.of(5, 7) : List.of(5, 6, 7));
        }
    }

    /** The first list has room for one of them. The second has room for none. */
    @Test
    void duplicate_thatALimitRejects_isNotAppliedTwice() {
        ReducerOptions limited = ReducerOptions.defaults().withLimits(new Limits(255, 255, 30, 255, 3, 2_000));
        try (ProfileEngine small =
                        ProfileEngine.builder().clock(clock).options(limited).build();
                Faults its = new Faults(small, clock)) {
            its.set(FaultPlan.of(1, always(DisturbanceKind.DUPLICATE)));

            List<DeliveredUpdate> answers = its.deliver(
                    List.of(
                            ada().append("first", "x".repeat(20)).build(),
                            ada().append("second", "x".repeat(40)).build(),
                            ada().append("third", "x").build()),
                    at -> at);

            assertThat(answers).extracting(answer -> answer.field() == null).containsExactly(true, false, true);
            assertThat(answers)
                    .extracting(answer -> answer.disturbance() != null)
                    .containsExactly(false, false, true);
            assertThat(its.report().disturbed()).containsEntry(DisturbanceKind.DUPLICATE, 1L);
        }
    }

    private static RedeliveryPlan always(DisturbanceKind kind) {
        return switch (kind) {
            case DUPLICATE -> RedeliveryPlan.CLEAN.withDuplicate(1);
            case DROP -> RedeliveryPlan.CLEAN.withDrop(1);
            case REORDER -> RedeliveryPlan.CLEAN.withReorder(1, 5);
            case DELAY -> RedeliveryPlan.CLEAN.withDelay(1, 5);
        };
    }
}
