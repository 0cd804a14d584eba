package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.DoubleClient;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.http.WireSocket;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Answers that take an hour. To close the double gives what it works on the time to be answered, so an answer that does
 * not wait is there afterwards, however busy the machine.
 */
class SlowAnswersTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final String CREDITS = "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$add\":{\"credits\":1}}";

    private EngageDouble engage;

    @BeforeEach
    void start() throws IOException {
        engage = EngageDouble.start();
    }

    @AfterEach
    void stop() {
        engage.close();
    }

    @Test
    void delay_answerWaits_whileTheUpdateIsThere() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.delay(AN_HOUR)));
        HttpRequest request = new DoubleClient(engage)
                .request("/engage")
                .POST(BodyPublishers.ofString(CREDITS))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request, BodyHandlers.ofString());

        assertThat(engage.await(() -> engage.profile("shop", "u1").has("credits"), Duration.ofSeconds(60)))
                .isTrue();
        assertThat(answer).isNotDone();
        engage.close();

        assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void slowBody_secondByteWaits_whileTheFirstIsThere() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.slowBody(AN_HOUR)));
        try (WireSocket client = new WireSocket(engage.port())) {
            client.send(WireSocket.post("/engage?verbose=1", "", CREDITS));

            assertThat(client.head().headers()).containsEntry("Content-Length", "25");
            assertThat(client.next()).isEqualTo('{');
            assertThat(engage.profile("shop", "u1").get("credits")).isEqualTo(1L);
            engage.close();

            assertThat(client.hasEnded()).isTrue();
        }
    }
}
