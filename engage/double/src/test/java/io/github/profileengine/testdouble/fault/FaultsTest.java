package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.DoubleClient;
import io.github.profileengine.testdouble.DoubleClock;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
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

    @Test
    void set_again_beginsWithWhatIsThere() {
        plan(RedeliveryPlan.CLEAN.withDuplicate(1));
        send(ada().add("credits", 1));
        assertThat(faults.report().isEmpty()).isFalse();

        faults.restart();

        assertThat(faults.report().isEmpty()).isTrue();
        assertThat(faults.report().updates()).isZero();
        faults.clear();
        send(ada().add("credits", 1));
        assertThat(faults.report()).isEqualTo(Divergence.NONE);
        assertThat(stored("credits")).isEqualTo(3L);
    }

    @Test
    void forget_project_isClearedInBothRuns() {
        plan(RedeliveryPlan.CLEAN.withDelay(1, 5));
        send(ada().add("credits", 1));

        engine.clear("shop");
        faults.forget("shop");

        assertThat(faults.releaseDelayed()).isZero();
        assertThat(faults.report().isEmpty()).isTrue();
    }

    @Test
    void bounds_heldAndRemembered_areKept() {
        plan(RedeliveryPlan.CLEAN.withDelay(1, RedeliveryPlan.MAX_DISTANCE));
        UpdateBuilder[] batch = new UpdateBuilder[1_000];
        Arrays.setAll(batch, at -> ada().add("credits", 1));
        for (int at = 0; at < 10; at++) {
            send(batch);
        }
        assertThat(faults.report().held()).isEqualTo(HeldUpdates.MAX_UPDATES);
        assertThat(engine.profile(ADA)).isEmpty();

        send(batch);

        // One update finds no room and is applied at once. From then on, each update releases one that was held before
        // it.
        assertThat(stored("credits")).isEqualTo(1_001L);
        Divergence report = faults.report();
        assertThat(report.held()).isEqualTo(HeldUpdates.MAX_UPDATES - 1);
        assertThat(report.disturbed()).containsEntry(DisturbanceKind.DELAY, 10_999L);
        assertThat(report.profile(ADA).orElseThrow().disturbances()).hasSize(DisturbanceLog.MAX_DISTURBANCES);
        assertThat(report.forgotten()).isEqualTo(999);
    }

    @Test
    void restart_whileUpdatesArrive_cleanRunMissesNoneAndDoublesNone() throws Exception {
        plan(RedeliveryPlan.CLEAN);
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int sender = 0; sender < 4; sender++) {
            senders.add(CompletableFuture.runAsync(() -> {
                for (int at = 0; at < 500; at++) {
                    send(ada().add("credits", 1));
                }
            }));
        }
        while (!senders.stream().allMatch(CompletableFuture::isDone)) {
            faults.restart();
        }
        for (CompletableFuture<Void> sender : senders) {
            sender.get();
        }

        assertThat(stored("credits")).isEqualTo(2_000L);
        assertThat(faults.report().isEmpty()).isTrue();
    }

    /** The outcomes are those that the update has without the fault, and so do not tell what became of it. */
    @Test
    void double_everyDisturbance_isToldOfItsRecord() throws Exception {
        Map<RedeliveryPlan, String> plans = Map.of(
                RedeliveryPlan.CLEAN.withDuplicate(1), "applied twice",
                RedeliveryPlan.CLEAN.withDrop(1), "dropped",
                RedeliveryPlan.CLEAN.withReorder(1, 5), "held back behind a later update",
                RedeliveryPlan.CLEAN.withDelay(1, 5), "held back");
        try (EngageDouble engage = EngageDouble.start()) {
            for (Map.Entry<RedeliveryPlan, String> plan : plans.entrySet()) {
                engage.faults().set(FaultPlan.of(1, plan.getKey()));
                new DoubleClient(engage)
                        .json("/engage", "{\"$token\":\"shop\",\"$distinct_id\":\"ada\",\"$add\":{\"credits\":2}}");

                List<JournalEntry> entries = engage.journal().entries();
                JournalEntry entry = entries.get(entries.size() - 1);
                assertThat(entry.injected()).startsWith("injected: record 1 " + plan.getValue() + " (request 1 ");
                assertThat(entry.updates().get(0).disturbance().phrase()).isEqualTo(plan.getValue());
                assertThat(entry.updates().get(0).outcomes()).hasSize(1);
                assertThat(engage.profile("shop", "ada").whyNot("credits"))
                        .first()
                        .isEqualTo(plan.getValue() + " by a fault");
                assertThat(engage.profile("shop", "ada").whyNot("other")).isEmpty();
            }
        }
    }

    @Test
    void double_identityEventsAndUpdates_reachTheCleanRun() throws Exception {
        try (EngageDouble engage = EngageDouble.start()) {
            DoubleClient client = new DoubleClient(engage);
            engage.faults().set(FaultPlan.of(1, RedeliveryPlan.CLEAN.withDuplicate(1)));
            client.json(
                    "/track",
                    "{\"event\":\"$create_alias\",\"properties\":"
                            + "{\"token\":\"shop\",\"distinct_id\":\"ada\",\"alias\":\"mail\"}}");
            String answer = client.json(
                            "/engage?strict=1",
                            "[{\"$distinct_id\":\"mail\",\"$add\":{\"credits\":2}},"
                                    + "{\"$token\":\"shop\",\"$distinct_id\":\"mail\",\"$add\":{\"credits\":2}}]")
                    .body();

            assertThat(answer).contains("\"num_records_imported\":1", "\"index\":0");
            assertThat(engage.profile("shop", "ada").get("credits")).isEqualTo(4L);
            JournalEntry entry = engage.journal().entry(2).orElseThrow();
            assertThat(entry.updates()).hasSize(2);
            assertThat(entry.injected())
                    .isEqualTo("injected: record 2 applied twice (request 1 with valid updates since the plan began)");
            assertThat(entry.updates())
                    .extracting(JournaledUpdate::disturbance)
                    .containsExactly(null, DisturbanceKind.DUPLICATE);
            assertThat(engage.faults().report().summary())
                    .containsExactly(new BlameCount(Operator.ADD, DisturbanceKind.DUPLICATE, 1));
            engage.reset("shop");
            assertThat(engage.faults().report().isEmpty()).isTrue();
            engage.reset();
            assertThat(engage.faults().report().updates()).isZero();
        }
    }
}
