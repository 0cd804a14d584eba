package io.github.profileengine.testdouble.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.Endpoint;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends to the double, byte for byte, the requests that official clients have sent. */
class CapturedRequestsReplayTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00.123Z");
    private static final String BROWSER = "mixpanel-browser-2.83.0";
    private static final String NODE = "mixpanel-node-0.24.0";

    /** Paths that the client was configured to use. The double has them only if it is configured too. */
    private static final Predicate<CapturedRequest> BELOW_PREFIX =
            request -> request.path().startsWith("/prefix/");

    private static final Predicate<CapturedRequest> INVENTED_ROUTE =
            request -> request.path().equals("/e/") || request.path().equals("/t/");

    private static EngageDoubleBuilder builder() {
        return EngageDouble.builder().clock(() -> NOW);
    }

    private static List<CapturedRequest> ordinary(String client) {
        return CapturedRequest.of(client).stream()
                .filter(BELOW_PREFIX.or(INVENTED_ROUTE).negate())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {BROWSER, "mixpanel-go-v2.0.0-beta.2", "mixpanel-java-1.6.1", NODE, "mixpanel-python-5.3.0"})
    void replay_oneConnectionEach_answersAndFoldsEach(String client) throws IOException {
        PayloadFold expected = new PayloadFold(NOW);
        try (EngageDouble engage = builder().start()) {
            for (CapturedRequest request : ordinary(client)) {
                try (RawConnection connection = new RawConnection(engage.port())) {
                    checkAnswer(request, connection.send(request.bytes()));
                }
                expected.take(request);
                checkState(request, engage, expected);
            }
            assertThat(engage.engine().count()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BROWSER, "mixpanel-go-v2.0.0-beta.2", "mixpanel-java-1.6.1", NODE, "mixpanel-python-5.3.0"})
    void replay_oneConnectionForAll_answersAndFoldsAll(String client) throws IOException {
        PayloadFold expected = new PayloadFold(NOW);
        try (EngageDouble engage = builder().start();
                RawConnection connection = new RawConnection(engage.port())) {
            List<CapturedRequest> requests = ordinary(client);
            for (CapturedRequest request : requests) {
                checkAnswer(request, connection.send(request.bytes()));
                expected.take(request);
            }
            checkState(requests.get(requests.size() - 1), engage, expected);
        }
    }

    @Test
    void replay_clientWithPathPrefix_needsThatPrefix() throws IOException {
        PayloadFold expected = new PayloadFold(NOW);
        try (EngageDouble engage = builder().prefix("/prefix").start();
                RawConnection connection = new RawConnection(engage.port())) {
            List<CapturedRequest> requests =
                    CapturedRequest.of(NODE).stream().filter(BELOW_PREFIX).toList();
            assertThat(requests).hasSize(1);
            checkAnswer(requests.get(0), connection.send(requests.get(0).bytes()));
            expected.take(requests.get(0));
            checkState(requests.get(0), engage, expected);
        }
    }

    @Test
    void replay_clientWithRoutesOfItsOwn_needsThoseRoutes() throws IOException {
        List<CapturedRequest> requests =
                CapturedRequest.of(BROWSER).stream().filter(INVENTED_ROUTE).toList();
        assertThat(requests).hasSize(3);
        PayloadFold expected = new PayloadFold(NOW);
        EngageDoubleBuilder told = builder().route("/e", Endpoint.ENGAGE).route("/t", Endpoint.TRACK);
        try (EngageDouble engage = told.start();
                RawConnection connection = new RawConnection(engage.port())) {
            for (CapturedRequest request : requests) {
                checkAnswer(request, connection.send(request.bytes()));
                expected.take(request, request.path().equals("/e/") ? "engage" : "track");
            }
            checkState(requests.get(2), engage, expected);
            assertThat(engage.engine().count()).isPositive();
        }
        try (EngageDouble untold = EngageDouble.start();
                RawConnection connection = new RawConnection(untold.port())) {
            assertThat(connection.send(requests.get(0).bytes()).status()).isEqualTo(404);
        }
    }

    private static void checkAnswer(CapturedRequest request, RawConnection.Answer answer) {
        assertThat(answer.headers().get("Access-Control-Allow-Origin"))
                .as("%s: %s", request, answer)
                .isEqualTo(request.header("Origin").orElse(null));
        if (request.header("Origin").isPresent()) {
            assertThat(answer.headers()).containsEntry("Access-Control-Allow-Credentials", "true");
        }
        if (request.method().equals("OPTIONS")) {
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.headers())
                    .containsEntry(
                            "Access-Control-Allow-Headers",
                            request.header("Access-Control-Request-Headers").orElseThrow());
        } else {
            assertThat(answer.status()).as("%s: %s", request, answer).isEqualTo(200);
            checkBody(request, answer);
        }
    }

    /** What the client compares or decodes; see its row in docs/SDKS.md. */
    private static void checkBody(CapturedRequest request, RawConnection.Answer answer) {
        if (request.parameter("img").isPresent()) {
            assertThat(answer.headers()).containsEntry("Content-Type", "image/gif");
            assertThat(answer.body()).startsWith("GIF89a");
        } else if (isOn(request, "strict")) {
            assertThat(answer.body())
                    .as(request.name())
                    .isEqualTo("{\"code\":200,\"num_records_imported\":1,\"status\":\"OK\"}");
        } else if (isOn(request, "verbose")) {
            assertThat(answer.body()).as(request.name()).isEqualTo("{\"error\":null,\"status\":1}");
        } else {
            assertThat(answer.body()).as(request.name()).isEqualTo("1");
            assertThat(answer.headers()).containsEntry("Content-Type", "text/plain");
        }
    }

    private static boolean isOn(CapturedRequest request, String parameter) {
        return request.parameter(parameter).filter("1"::equals).isPresent();
    }

    private static void checkState(CapturedRequest last, EngageDouble engage, PayloadFold expected) {
        Map<ProfileId, Profile> profiles =
                engage.engine().profiles().collect(Collectors.toMap(Profile::id, Function.identity()));
        assertThat(profiles).as("after %s", last).isEqualTo(expected.profiles());
        assertThat(engage.engine().snapshot().aliases())
                .as("after %s", last)
                .containsExactlyInAnyOrderElementsOf(expected.aliases());
    }
}
