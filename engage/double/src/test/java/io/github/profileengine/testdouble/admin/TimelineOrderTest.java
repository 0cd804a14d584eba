package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.journal.Baselines;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledAnswer;
import io.github.profileengine.testdouble.journal.JournaledRequest;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The history of a profile, asked for while further requests come. */
class TimelineOrderTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final ProfileId U1 = ProfileId.user("shop", "u1");
    private static final Update UPDATE = Update.of(U1).add("visits", 1).build();

    private final Journal journal = new Journal(100, 1 << 20, () -> {});
    private final Baselines baselines = new Baselines();
    private final ProfileEngine engine =
            ProfileEngine.builder().clock(InstantSource.fixed(NOON)).build();
    private final List<Thread> senders = new ArrayList<>();

    @AfterEach
    void stop() {
        engine.close();
    }

    private static JournaledRequest request(String method, String target) {
        return new JournaledRequest(NOON, method, target, Map.of(), "127.0.0.1", Bytes.NONE);
    }

    private void send() {
        Journal.Work work = journal.begin();
        engine.apply(Batch.of(UPDATE));
        journal.add(number -> new JournalEntry(
                number,
                request("POST", "/engage"),
                Bytes.NONE,
                Bytes.NONE,
                null,
                List.of(new JournaledUpdate(0, UPDATE, "shop", U1, U1, List.of(), null)),
                List.of(),
                new JournaledAnswer(200, Bytes.NONE)));
        work.end();
    }

    /** The engine as somebody sees it a moment later: another request has come meanwhile, or waits to be let in. */
    private ProfileEngine engineLater() {
        Thread sender = new Thread(this::send);
        senders.add(sender);
        sender.start();
        while (sender.isAlive() && sender.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return engine;
    }

    /** The parts of a {@code Steering} that a timeline needs. */
    private Steering steering() {
        return (Steering) Proxy.newProxyInstance(
                Steering.class.getClassLoader(),
                new Class<?>[] {Steering.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "engine" -> engineLater();
                    case "journal" -> journal;
                    case "baselines" -> baselines;
                    case "options" -> ReducerOptions.defaults();
                    default -> throw new AssertionError(method.getName());
                });
    }

    @Test
    void doubt_requestsComeMeanwhile_isNone() throws Exception {
        baselines.add("start", 0, engine.snapshot());
        send();
        AdminRoutes routes = new AdminRoutes();
        new TimelineResource(steering(), new ForkShelf()).addTo(routes);

        String target = "/__double/timeline?token=shop&distinct_id=u1";
        Map<String, Object> timeline =
                AdminClient.members(routes.handle(new WireRequest(request("GET", target), "/__double/timeline"))
                        .body()
                        .text());

        assertThat(senders).isNotEmpty();
        for (Thread sender : senders) {
            sender.join(TimeUnit.MINUTES.toMillis(1));
            assertThat(sender.isAlive()).isFalse();
        }
        assertThat(timeline).containsEntry("doubt", null).containsEntry("known", true);
        assertThat(AdminClient.members(timeline.get("properties"))).containsEntry("visits", (long)
                AdminClient.list(timeline, "steps").size());
    }
}
