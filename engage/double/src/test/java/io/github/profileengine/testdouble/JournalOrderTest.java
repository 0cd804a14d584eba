package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.location.Locator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The order between the changes of a request and its journal entry. */
class JournalOrderTest {
    private static final String RECORD = "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$add\":{\"credits\":1}}";

    private static void send(DoubleClient client, String json) {
        try {
            client.json("/engage", json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The changed profiles wake waiting threads before the entry is written. */
    @Test
    void journal_afterWhatARequestChanged_hasTheRequest() throws Exception {
        String many = "[" + (RECORD + ",").repeat(400) + RECORD + "]";
        try (EngageDouble engage = EngageDouble.start()) {
            DoubleClient client = new DoubleClient(engage);
            for (int round = 1; round <= 20; round++) {
                Long credits = round * 401L;
                CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(client, many));
                assertThat(engage.await(() -> credits.equals(credits(engage)), Duration.ofMinutes(1)))
                        .isTrue();
                assertThat(engage.journal().size()).isEqualTo(round);
                sent.get(60, TimeUnit.SECONDS);
            }
        }
    }

    /**
     * A request that is being handled when a reset begins comes before the reset. Its changes go together with its
     * entry.
     */
    @Test
    void reset_besideARequestAtWork_leavesNothingOfIt() throws Exception {
        for (Consumer<EngageDouble> reset : List.<Consumer<EngageDouble>>of(
                EngageDouble::reset,
                engage -> engage.reset("shop"),
                engage -> engage.restore(Snapshot.builder().build()))) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            Locator slow = address -> {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return Optional.empty();
            };
            try (EngageDouble engage = EngageDouble.builder().locator(slow).start()) {
                String located =
                        RECORD.replace("$add", "$set").replace("{\"$token\"", "{\"$ip\":\"192.0.2.1\",\"$token\"");
                CompletableFuture<Void> sent =
                        CompletableFuture.runAsync(() -> send(new DoubleClient(engage), located));
                assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
                Thread resetting = new Thread(() -> reset.accept(engage));
                resetting.start();
                while (resetting.isAlive() && resetting.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                goOn.countDown();
                resetting.join(60_000);
                assertThat(resetting.isAlive()).isFalse();
                sent.get(60, TimeUnit.SECONDS);
                assertThat(credits(engage)).isNull();
            }
        }
    }

    // Asks the engine, which does not use the journal.
    private static Object credits(EngageDouble engage) {
        return engage.engine()
                .profile(ProfileId.user("shop", "u1"))
                .map(profile -> profile.get("credits"))
                .orElse(null);
    }
}
