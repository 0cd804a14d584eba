package io.github.profileengine.testdouble.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.DoubleClient;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFaultsTest {
    private EngageDouble engage;
    private DoubleClient client;

    @BeforeEach
    void start() throws IOException {
        engage = EngageDouble.start();
        client = new DoubleClient(engage);
    }

    @AfterEach
    void stop() {
        engage.close();
    }

    private static String credits(String token) {
        return "{\"$token\":\"" + token + "\",\"$distinct_id\":\"u1\",\"$add\":{\"credits\":1}}";
    }

    private HttpResponse<String> send(String token) throws Exception {
        return client.json("/engage?verbose=1", credits(token));
    }

    /** Everything that comes back, on a connection of its own. */
    private String raw(String target, String token) throws IOException {
        byte[] body = credits(token).getBytes(StandardCharsets.UTF_8);
        String head = "POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", engage.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private Object stored(String token) {
        return engage.profile(token, "u1").get("credits");
    }

    private JournalEntry last() {
        List<JournalEntry> entries = engage.journal().entries();
        return entries.get(entries.size() - 1);
    }

    @Test
    void status_429_answersAsDocumentedAndAppliesNothing() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.status(429).withRetryAfterSeconds(7)));

        HttpResponse<String> response = send("shop");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(response.body()).startsWith("{\"code\":429,\"error\":\"Project exceeded rate limits.");
        assertThat(stored("shop")).isNull();
        assertThat(last().injected()).isEqualTo("injected: status 429");
        assertThat(last().isAccepted()).isFalse();
        assertThat(last().concerns("shop")).isTrue();
        assertThat(last().updates())
                .singleElement()
                .satisfies(update -> assertThat(update.outcomes()).isEmpty())
                .satisfies(update -> assertThat(update.disturbance()).isEqualTo(DisturbanceKind.DROP));
        assertThat(last().answer().status()).isEqualTo(429);
    }

    @Test
    void status_413and503_haveTheirBodies() throws Exception {
        engage.faults()
                .set(FaultPlan.of(
                        1,
                        FaultRule.status(413).withTimes(1),
                        FaultRule.status(503).withTimes(1)));

        HttpResponse<String> tooLarge = send("shop");
        HttpResponse<String> unavailable = send("shop");

        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).startsWith("{\"code\":413,\"error\":\"request exceeds max limit of ");
        assertThat(unavailable.statusCode()).isEqualTo(503);
        assertThat(unavailable.headers().firstValue("Retry-After")).isEmpty();
        assertThat(unavailable.body()).isEqualTo("{\"error\":\"injected fault\",\"status\":0}");
        assertThat(send("shop").statusCode()).isEqualTo(200);
        assertThat(stored("shop")).isEqualTo(1L);
    }

    @Test
    void status_eventOfIdentity_mapsNothing() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.status(500).withTimes(1)));
        String event = "{\"event\":\"$create_alias\",\"properties\":"
                + "{\"token\":\"shop\",\"distinct_id\":\"u1\",\"alias\":\"mail\"}}";

        assertThat(client.json("/track", event).statusCode()).isEqualTo(500);
        assertThat(engage.engine().resolve("shop", "mail")).isEqualTo("mail");
        assertThat(last().events())
                .singleElement()
                .satisfies(it -> assertThat(it.aliases()).isEmpty());
        assertThat(client.json("/track", event).statusCode()).isEqualTo(200);
        assertThat(engage.engine().resolve("shop", "mail")).isEqualTo("u1");
    }

    @Test
    void cutBefore_appliesNothingAndAnswersNothing() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.cutBefore()));

        assertThat(raw("/engage", "shop")).isEmpty();
        assertThatThrownBy(() -> send("shop")).isInstanceOf(IOException.class);
        assertThat(stored("shop")).isNull();
        assertThat(last().answer().status()).isZero();
        assertThat(last().injected()).isEqualTo("injected: cut before it was applied");
        assertThat(last().isAccepted()).isFalse();
    }

    @Test
    void cutAfter_appliesAndAnswersNothing() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.cutAfter()));

        assertThat(raw("/engage", "shop")).isEmpty();
        assertThat(stored("shop")).isEqualTo(1L);
        assertThat(last().answer().status()).isZero();
        assertThat(last().answer().body().length()).isZero();
        assertThat(last().injected()).isEqualTo("injected: cut after it was applied");
        assertThat(last().isAccepted()).isTrue();
    }

    @Test
    void cutInside_sendsHeadAndHalfOfTheBody() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.cutInside()));

        String answer = raw("/engage?verbose=1", "shop");

        assertThat(answer).startsWith("HTTP/1.1 200 ").containsIgnoringCase("Content-Length: 25");
        assertThat(answer).endsWith("\r\n\r\n{\"error\":nul");
        assertThat(last().answer().status()).isEqualTo(200);
        assertThat(last().answer().body().text()).isEqualTo("{\"error\":nul");
        assertThatThrownBy(() -> send("shop")).isInstanceOf(IOException.class);
        assertThat(stored("shop")).isEqualTo(2L);
    }

    @Test
    void cutInside_bodyOfOneByte_sendsNoneOfIt() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.cutInside()));

        assertThat(raw("/engage", "shop"))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("Content-Length: 1\r\n")
                .endsWith("\r\n\r\n");
        assertThat(raw("/engage?redirect=http://example.org/", "shop")).isEmpty();
    }

    @Test
    void delayAndSlowBody_answerTheSameInTheEnd() throws Exception {
        engage.faults()
                .set(FaultPlan.of(1, FaultRule.delay(Duration.ofMillis(20)), FaultRule.slowBody(Duration.ofMillis(1))));

        assertThat(send("shop").body()).isEqualTo("{\"error\":null,\"status\":1}");
        assertThat(stored("shop")).isEqualTo(1L);
        assertThat(last().injected()).isEqualTo("injected: delayed by 20 ms, a byte every 1 ms");
        assertThat(last().isAccepted()).isTrue();
    }

    @Test
    void token_otherProjectsAreSpared() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.status(500).withToken("shop")));

        assertThat(send("other").statusCode()).isEqualTo(200);
        assertThat(send("shop").statusCode()).isEqualTo(500);
        assertThat(client.json("/engage", "[" + credits("other") + "," + credits("shop") + "]")
                        .statusCode())
                .isEqualTo(500);
        assertThat(client.json("/track", "{\"event\":\"e\",\"properties\":{\"token\":\"shop\"}}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(last().injected()).isEqualTo("injected: status 500");
        assertThat(client.json("/engage", "{\"$token\":\"shop\",\"$add\":{\"credits\":1}}")
                        .statusCode())
                .isEqualTo(500);
        assertThat(stored("other")).isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "", "data=%%%"})
    void unreadable_isOfNoProject(String body) throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.status(500).withToken("shop"), FaultRule.status(502)));

        assertThat(client.json("/engage", body).statusCode()).isEqualTo(502);
        assertThat(client.json("/track", body).statusCode()).isEqualTo(502);
    }

    @Test
    void times_strikesNoMore() throws Exception {
        engage.faults().set(FaultPlan.of(1, FaultRule.status(500).withTimes(2)));

        assertThat(statuses("shop", 4)).containsExactly(500, 500, 200, 200);
        assertThat(stored("shop")).isEqualTo(2L);
    }

    @Test
    void seed_same_sameRequestsAreStruck() throws Exception {
        FaultPlan plan = FaultPlan.of(3, FaultRule.status(500).withProbability(0.5));
        engage.faults().set(plan);
        List<Integer> first = statuses("shop", 40);
        engage.reset();
        List<Integer> again = statuses("shop", 40);
        engage.faults().set(new FaultPlan(4, plan.rules(), null));
        List<Integer> other = statuses("shop", 40);

        assertThat(again).isEqualTo(first).contains(200, 500);
        assertThat(other).isNotEqualTo(first).contains(200, 500);
    }

    @Test
    void seed_projectsDrawApart() throws Exception {
        FaultPlan plan = FaultPlan.of(3, FaultRule.status(500).withToken("shop").withProbability(0.5));
        engage.faults().set(plan);
        List<Integer> alone = statuses("shop", 30);
        engage.faults().set(plan);
        List<Integer> among = new ArrayList<>();
        for (int at = 0; at < 30; at++) {
            assertThat(send("other").statusCode()).isEqualTo(200);
            among.add(send("shop").statusCode());
        }

        assertThat(among).isEqualTo(alone);
    }

    @Test
    void clear_nothingGoesWrong_andPlanIsToldBefore() throws Exception {
        FaultPlan plan = FaultPlan.of(1, FaultRule.status(500));
        engage.close();
        engage = EngageDouble.builder().faults(plan).start();
        client = new DoubleClient(engage);

        assertThat(engage.faults().plan()).isEqualTo(plan);
        assertThat(send("shop").statusCode()).isEqualTo(500);
        engage.faults().clear();
        assertThat(engage.faults().plan()).isEqualTo(FaultPlan.NONE);
        assertThat(send("shop").statusCode()).isEqualTo(200);
        assertThat(last().injected()).isNull();
    }

    private List<Integer> statuses(String token, int requests) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int at = 0; at < requests; at++) {
            statuses.add(send(token).statusCode());
        }
        return statuses;
    }
}
