package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a request has changed, beside its entry. */
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

    /** Its profiles wake who waits before its entry is written. */
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

    // By the engine: it looks at no journal.
    private static Object credits(EngageDouble engage) {
        return engage.engine()
                .profile(ProfileId.user("shop", "u1"))
                .map(profile -> profile.get("credits"))
                .orElse(null);
    }
}
