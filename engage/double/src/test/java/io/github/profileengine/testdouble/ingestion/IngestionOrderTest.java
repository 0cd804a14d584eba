package io.github.profileengine.testdouble.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.fault.DeliveredUpdate;
import io.github.profileengine.testdouble.fault.Faults;
import io.github.profileengine.testdouble.fault.Strike;
import io.github.profileengine.testdouble.fault.UpdateDelivery;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledRequest;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import io.github.profileengine.wire.request.RequestBounds;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The journal of requests that are handled at the same time: applied, but without an entry yet, when others come. */
@Timeout(60)
class IngestionOrderTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-01-31T12:00:00Z"));
    private static final String SLOW = "slow";
    private static final String SLOW_TOO = "slow too";

    private final ProfileEngine engine = ProfileEngine.builder().clock(NOON).build();
    private final Journal journal = new Journal(100, 1 << 20, () -> {});
    private final Faults faults = new Faults(engine, NOON);
    private final Map<String, Hold> holds = Map.of(SLOW, new Hold(), SLOW_TOO, new Hold());
    private final Ingestion ingestion = new Ingestion(
            () -> engine,
            new SlowDelivery(),
            new Reducer(ReducerOptions.defaults()),
            IngestionOptions.DEFAULTS,
            RequestBounds.defaults(),
            journal,
            tokens -> Strike.NONE);

    /** Where a request stands still that has been applied. */
    private static final class Hold {
        private final CountDownLatch applied = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        void stand() {
            applied.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Applies at once. What has changed a slow property returns only when the test releases it. */
    private final class SlowDelivery implements UpdateDelivery {
        @Override
        public List<DeliveredUpdate> deliver(List<Update> updates, IntUnaryOperator places) {
            List<DeliveredUpdate> results = faults.deliver(updates, places);
            Hold hold = holds.get(results.get(0).outcomes().get(0).property());
            if (hold != null) {
                hold.stand();
            }
            return results;
        }

        @Override
        public AliasResult alias(Alias alias) {
            return faults.alias(alias);
        }
    }

    @AfterEach
    void stop() {
        holds.values().forEach(hold -> hold.released.countDown());
        faults.close();
        engine.close();
    }

    private static Thread send(WireHandler to, String json) {
        JournaledRequest request = new JournaledRequest(
                NOON.instant(),
                "POST",
                "/",
                Map.of("Content-Type", List.of("application/json")),
                "127.0.0.1",
                Bytes.of(json.getBytes(StandardCharsets.UTF_8)));
        Thread sender = new Thread(() -> to.handle(new WireRequest(request, "/")));
        sender.start();
        return sender;
    }

    private Thread set(String id, String property) {
        return send(ingestion.users(), """
                [{"$token": "shop", "$distinct_id": "%s", "$set": {"%s": 1}}]""".formatted(id, property));
    }

    private Thread setSlowly(String id, String property) throws InterruptedException {
        Thread sender = set(id, property);
        holds.get(property).applied.await();
        return sender;
    }

    private void release(String property, Thread sender) throws InterruptedException {
        holds.get(property).released.countDown();
        sender.join();
    }

    private Thread alias(String alias, String id) {
        return send(ingestion.events(), """
                [{"event": "$create_alias",
                  "properties": {"token": "shop", "distinct_id": "%s", "alias": "%s"}}]""".formatted(id, alias));
    }

    private static void awaitIdle(Thread sender) {
        while (sender.isAlive() && sender.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private List<String> changed() {
        return journal.entries().stream()
                .flatMap(entry -> entry.updates().stream())
                .map(update -> update.outcomes().get(0).property())
                .toList();
    }

    @Test
    void entries_ofRequestsOnOneProfile_areInTheOrderInWhichTheyChangedIt() throws Exception {
        Thread first = setSlowly("u1", SLOW);
        Thread second = set("u1", "b");
        awaitIdle(second);
        Thread third = set("u1", "c");
        awaitIdle(third);
        release(SLOW, first);
        second.join();
        third.join();

        assertThat(changed()).containsExactly(SLOW, "b", "c");
    }

    @Test
    void request_onAnotherProfile_doesNotWait() throws Exception {
        Thread first = setSlowly("u1", SLOW);
        set("u2", "b").join();
        alias("a3", "u3").join();

        assertThat(journal.total()).isEqualTo(2);
        release(SLOW, first);
        assertThat(changed()).containsExactly("b", SLOW);
    }

    /** Otherwise the journal would name a profile that the update has not changed. */
    @Test
    void target_idIsMappedRightAfterTheUpdate_isTheProfileThatChanged() throws Exception {
        Thread first = setSlowly("u1", SLOW);
        Thread mapping = alias("u1", "u9");
        awaitIdle(mapping);
        release(SLOW, first);
        mapping.join();

        assertThat(engine.resolve("shop", "u1")).isEqualTo("u9");
        assertThat(journal.entries())
                .flatExtracting(JournalEntry::updates)
                .extracting(JournaledUpdate::target)
                .containsExactly(ProfileId.user("shop", "u1"));
    }

    /** A request waits for its turn on one profile; when it comes, its id leads to another, on which others work. */
    @Test
    void entries_idIsMappedWhileItsRequestWaits_areInTheOrderInWhichTheyChangedTheOther() throws Exception {
        Thread first = setSlowly("u1", SLOW);
        Thread second = set("u1", "b");
        awaitIdle(second);
        engine.alias("shop", "u1", "u9");
        Thread third = setSlowly("u9", SLOW_TOO);
        release(SLOW, first);
        awaitIdle(second);
        release(SLOW_TOO, third);
        second.join();

        assertThat(changed()).containsExactly(SLOW, SLOW_TOO, "b");
    }
}
