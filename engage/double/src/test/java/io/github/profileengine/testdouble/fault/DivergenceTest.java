package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.identity.Alias;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DivergenceTest {
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
    void duplicate_add_divergesAndIsBlamed() {
        plan(RedeliveryPlan.CLEAN.withDuplicate(1));

        send(ada().set("name", "Ada"));
        List<DeliveredUpdate> answers = send(ada().set("name", "Ada"), ada().add("credits", 3));

        assertThat(stored("credits")).isEqualTo(6L);
        assertThat(answers).hasSize(2);
        assertThat(answers.get(1).outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.APPLIED);
        Divergence report = faults.report();
        assertThat(report.updates()).isEqualTo(3);
        assertThat(report.disturbed()).containsExactly(Map.entry(DisturbanceKind.DUPLICATE, 3L));
        assertThat(report.profiles()).hasSize(1);
        assertThat(report.profiles().get(0).kind()).isEqualTo(ProfileDiff.Kind.CHANGED);
        assertThat(report.profiles().get(0).properties()).hasSize(1);
        DivergentProperty credits = divergent("credits");
        assertThat(credits.change().before()).isEqualTo(3L);
        assertThat(credits.change().after()).isEqualTo(6L);
        assertThat(credits.blames()).singleElement().satisfies(blame -> {
            assertThat(blame.operator()).isEqualTo(Operator.ADD);
            assertThat(blame.disturbance().kind()).isEqualTo(DisturbanceKind.DUPLICATE);
            assertThat(blame.disturbance().request()).isEqualTo(2);
            assertThat(blame.disturbance().index()).isEqualTo(1);
        });
        assertThat(report.summary()).containsExactly(new BlameCount(Operator.ADD, DisturbanceKind.DUPLICATE, 1));
    }

    @Test
    void duplicate_thatChangedNothing_isNotBlamed() {
        plan(RedeliveryPlan.CLEAN.withDuplicate(1));

        send(ada().set("n", 1), ada().add("n", 1));

        assertThat(divergent("n").blames()).extracting(Blame::operator).containsExactly(Operator.ADD);
    }

    @Test
    void drop_firstUpdate_profileIsOnlyInTheCleanRun() {
        plan(RedeliveryPlan.CLEAN.withDrop(1));

        send(ada().set("name", "Ada"));

        DivergentProfile profile = faults.report().profile(ADA).orElseThrow();
        assertThat(profile.kind()).isEqualTo(ProfileDiff.Kind.REMOVED);
        assertThat(divergent("name").blames()).extracting(Blame::operator).containsExactly(Operator.SET);
        assertThat(divergent("$created").blames())
                .singleElement()
                .satisfies(blame -> assertThat(blame.operator()).isNull());
    }

    @Test
    void created_lateAfterDrop_duplicateIsNotBlamed() {
        faults.set(FaultPlan.of(
                seedThatDropsFirstOfTwo(),
                RedeliveryPlan.CLEAN.withDuplicate(0.5).withDrop(0.5)));
        send(ada().set("a", 1));
        clock.advance(Duration.ofMinutes(1));

        send(ada().add("n", 1));

        assertThat(divergent("$created").change().after()).isEqualTo("2026-01-31T12:01:00");
        assertThat(divergent("$created").blames())
                .extracting(blame -> blame.disturbance().kind())
                .containsExactly(DisturbanceKind.DROP);
    }

    private static long seedThatDropsFirstOfTwo() {
        for (long seed = 0; ; seed++) {
            Draws draws = Draws.of(seed, "project shop");
            if (draws.at(1).nextDouble() >= 0.5 && draws.at(2).nextDouble() < 0.5) {
                return seed;
            }
        }
    }

    @Test
    void drop_delete_isBlamedForEveryProperty() {
        send(ada().set("name", "Ada"));
        plan(RedeliveryPlan.CLEAN.withDrop(1));

        send(ada().delete());

        assertThat(faults.report().profile(ADA).orElseThrow().kind()).isEqualTo(ProfileDiff.Kind.ADDED);
        assertThat(divergent("name").blames()).extracting(Blame::operator).containsExactly(Operator.DELETE);
        assertThat(divergent("$created").blames()).extracting(Blame::operator).containsExactly(Operator.DELETE);
    }

    @Test
    void alias_reachesCleanRun_andIsFollowedByBlame() {
        plan(RedeliveryPlan.CLEAN.withDuplicate(1));

        faults.alias(new Alias("shop", "mail", "ada"));
        send(Update.of(ProfileId.user("shop", "mail")).add("credits", 1));

        assertThat(faults.report().profiles()).hasSize(1);
        assertThat(divergent("credits").blames()).hasSize(1);
    }

    @Test
    void alias_madeWhileUpdateWaits_bothProfilesAreBlamedOnIt() {
        plan(RedeliveryPlan.CLEAN.withDelay(1, 1));

        send(Update.of(ProfileId.user("shop", "mail")).set("a", 1));
        faults.alias(new Alias("shop", "mail", "ada"));
        faults.releaseDelayed();

        Divergence report = faults.report();
        assertThat(report.profiles())
                .hasSize(2)
                .allSatisfy(profile -> assertThat(profile.disturbances()).hasSize(1));
    }

    @Test
    void json_report_tellsBothValuesAndWhoIsToBlame() {
        plan(RedeliveryPlan.CLEAN.withDuplicate(1));
        send(ada().add("credits", 3));
        plan(RedeliveryPlan.CLEAN.withDrop(1));
        send(Update.of(ProfileId.group("shop", "company", "acme")).set("plan", "pro"), ada().unset("credits"));

        assertThat(faults.report().json())
                .startsWith("{\"disturbed\":{\"delay\":0,\"drop\":2,\"duplicate\":0,\"reorder\":0},"
                        + "\"divergent_profiles\":2,\"forgotten\":0,\"held\":0,\"profiles\":[")
                .contains("{\"$distinct_id\":\"ada\",\"$token\":\"shop\","
                        + "\"disturbances\":[{\"index\":1,\"kind\":\"drop\",\"request\":1}],\"properties\":["
                        + "{\"blame\":[{\"index\":1,\"kind\":\"drop\",\"operator\":\"$unset\",\"request\":1}],"
                        + "\"disturbed\":6,\"property\":\"credits\"}],\"state\":\"differs\"}")
                .contains("\"$group_id\":\"acme\",\"$group_key\":\"company\"", "\"state\":\"only_clean\"")
                .contains("{\"kind\":\"drop\",\"operator\":\"$set\",\"properties\":1}")
                .endsWith("\"updates\":2}");
    }
}
