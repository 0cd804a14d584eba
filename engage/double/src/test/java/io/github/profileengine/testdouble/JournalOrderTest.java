package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a request has changed, beside its entry. */
class JournalOrderTest {
    private EngageDouble engage;
    private DoubleClient client;

    private static String record(String id, String operation) {
        return "{\"$token\":\"shop\",\"$distinct_id\":\"" + id + "\"," + operation + "}";
    }

    @BeforeEach
    void start() throws IOException {
        engage = EngageDouble.start();
        client = new DoubleClient(engage);
    }

    @AfterEach
    void stop() {
        engage.close();
    }

    private void send(String json) {
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
        String many = "[" + (record("u1", "\"$add\":{\"credits\":1}") + ",").repeat(400)
                + record("u1", "\"$add\":{\"credits\":3}") + "]";
        for (int round = 1; round <= 20; round++) {
            int credits = round * 403;
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(many));
            assertThat(engage.await(
                            () -> Long.valueOf(credits)
                                    .equals(engage.engine()
                                            .profile(ProfileId.user("shop", "u1"))
                                            .map(profile -> profile.get("credits"))
                                            .orElse(null)),
                            Duration.ofMinutes(1)))
                    .isTrue();
            assertThat(engage.journal().size()).isEqualTo(round);
            sent.get(60, TimeUnit.SECONDS);
        }
    }
}
