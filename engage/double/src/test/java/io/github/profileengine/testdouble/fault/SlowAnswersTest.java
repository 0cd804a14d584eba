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
 * Answers that take an hour. When a double is closed, it gives the requests in progress time to be answered. So an
 * answer that wrongly does not wait would be there by then, however busy the machine is.
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

    /** Both in one test, because closing a double takes time. */
    @Test
    void delayAndSlowBody_waitWhileTheUpdatesAreThere() throws Exception {
        engage.faults()
                .set(FaultPlan.of(
                        1,
                        FaultRule.delay(AN_HOUR).withToken("shop"),
                        FaultRule.slowBody(AN_HOUR).withToken("blog")));
        HttpRequest request = new DoubleClient(engage)
                .request("/engage")
                .POST(BodyPublishers.ofString(CREDITS))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        CompletableFuture<HttpResponse<String>> delayed = client.sendAsync(request, BodyHandlers.ofString());
        try (WireSocket slow = new WireSocket(engage.port())) {
            slow.send(WireSocket.post("/engage?verbose=1", "", CREDITS.replace("shop", "blog")));

            assertThat(slow.head().headers()).containsEntry("Content-Length", "25");
            assertThat(slow.next()).isEqualTo('{');
            assertThat(engage.profile("blog", "u1").get("credits")).isEqualTo(1L);
            assertThat(engage.await(() -> engage.profile("shop", "u1").has("credits"), Duration.ofSeconds(60)))
                    .isTrue();
            assertThat(delayed).isNotDone();
            engage.close();

            assertThat(slow.hasEnded()).isTrue();
            assertThatThrownBy(() -> delayed.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
        }
    }
}
