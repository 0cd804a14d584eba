package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.location.CidrLocator;
import io.github.profileengine.location.Location;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.wire.InvalidFileException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngageDoubleTest {
    private static final String CREDITS = record("u1", "\"$add\":{\"credits\":3}");
    private static final String NO_TOKEN = "{\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}}";

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

    private void restart(EngageDoubleBuilder builder) throws IOException {
        engage.close();
        engage = builder.start();
        client = new DoubleClient(engage);
    }

    @Test
    void ip_parameter_locatesByRequestAddress() throws Exception {
        restart(EngageDouble.builder()
                .trustForwardedFor(true)
                .locator(CidrLocator.builder()
                        .put("192.0.2.0/24", new Location("Bern", null, "CH", null))
                        .put("127.0.0.0/8", new Location("Home", null, null, null))
                        .build()));

        client.json("/engage?ip=1", record("local", "\"$set\":{\"a\":1}"));
        client.json("/engage?ip=0", record("off", "\"$set\":{\"a\":1}"));
        client.json("/engage", record("absent", "\"$set\":{\"a\":1}"));
        client.send(client.request("/engage?ip=1")
                .header("X-Forwarded-For", "unknown, 192.0.2.7:5555, 10.0.0.1")
                .POST(BodyPublishers.ofString(record("forwarded", "\"$set\":{\"a\":1}"))));

        assertThat(engage.profile("local").get("$city")).isEqualTo("Home");
        assertThat(engage.profile("off").has("$city")).isFalse();
        assertThat(engage.profile("absent").has("$city")).isFalse();
        assertThat(engage.profile("forwarded").get("$city")).isEqualTo("Bern");
    }

    @Test
    void journal_request_keepsBytesAndOutcomes() throws Exception {
        client.json("/engage?x=1", "[" + record("u1", "\"$set\":{\"name\":\"Ada\"}") + "," + NO_TOKEN + "]");
        client.json("/engage", record("u1", "\"$add\":{\"name\":1}"));

        JournalEntry first = engage.journal().entry(1).orElseThrow();
        assertThat(first.request().target()).isEqualTo("/engage?x=1");
        assertThat(first.request().headers()).containsEntry("Content-type", List.of("application/json"));
        assertThat(first.request().body().text())
                .isEqualTo(first.payload().text())
                .startsWith("[{");
        assertThat(first.updates()).hasSize(2);
        assertThat(first.updates().get(1).message()).isEqualTo("$token, missing or empty");
        assertThat(first.isAccepted()).isFalse();
        assertThat(engage.profile("u1").whyNot("name"))
                .hasSize(1)
                .first()
                .asString()
                .contains("IGNORED", "name");
        assertThat(engage.profile("u1").updates().get(1).outcomes())
                .extracting(Outcome::kind)
                .containsExactly(Outcome.Kind.IGNORED);
    }

    @Test
    void await_updateByRequest_wakes() throws Exception {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return engage.await(() -> engage.profile("shop", "u1").exists(), Duration.ofSeconds(60));
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task, "waiting").start());
        client.json("/engage", CREDITS);

        assertThat(waiting.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(engage.await(() -> engage.profile("u2").exists(), Duration.ZERO))
                .isFalse();
    }

    @Test
    void clock_stopped_isTheTimeOfUpdates() throws Exception {
        engage.clock().stopAt(Instant.parse("2026-01-31T12:00:00Z"));
        engage.clock().advance(Duration.ofHours(1));
        client.json("/engage", CREDITS);

        assertThat(engage.profile("u1").get("$created")).isEqualTo("2026-01-31T13:00:00");
    }

    @Test
    void reset_project_leavesOthers() throws Exception {
        client.json("/engage", CREDITS);
        client.json("/engage", CREDITS.replace("shop", "other"));
        assertThatThrownBy(() -> engage.profile("u1"))
                .hasMessage("there are several projects; use profile(token, distinctId) with one of [other, shop]");

        engage.reset("shop");

        assertThat(engage.engine().tokens()).containsExactly("other");
        assertThat(engage.journal().entries()).hasSize(1);
        engage.reset();
        assertThat(engage.engine().count()).isZero();
        assertThat(engage.journal().entries()).isEmpty();
    }

    @Test
    void stop_answersStateAndFreesPort() throws Exception {
        client.json("/engage", CREDITS);
        int port = engage.port();
        Snapshot state = engage.stop();

        assertThat(state.count()).isEqualTo(1);
        restart(EngageDouble.builder().port(port).state(state));
        assertThat(engage.port()).isEqualTo(port);
        assertThat(engage.profile("u1").get("credits")).isEqualTo(3L);
        assertThatThrownBy(() -> EngageDouble.builder().port(port).start())
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot listen at 127.0.0.1 port " + port + ": ")
                .hasMessageEndingWith("; if the port is taken, port 0 picks a free one");
    }

    @Test
    void save_thenLoad_bringsProfilesBack(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("state.ndjson");
        client.json("/engage", CREDITS);
        engage.save(file);
        engage.save(file);
        client.json("/engage", CREDITS);
        assertThat(engage.profile("u1").get("credits")).isEqualTo(6L);

        engage.load(file);

        assertThat(engage.profile("u1").get("credits")).isEqualTo(3L);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> engage.load(file)).isInstanceOf(InvalidFileException.class);
        assertThat(engage.profile("u1").get("credits")).isEqualTo(3L);
    }

    @Test
    void prefix_movesRoutes() throws Exception {
        restart(EngageDouble.builder()
                .prefix("/proxy")
                .route("/people", Endpoint.ENGAGE)
                .route("/engage", Endpoint.ENGAGE));

        assertThat(engage.uri()).hasPath("/proxy");
        assertThat(client.json("/proxy/engage/", CREDITS).body()).isEqualTo("1");
        HttpResponse<String> lost = client.json("/engage", CREDITS);
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body())
                .contains("SDKs send to /proxy/engage, /proxy/groups, /proxy/track, /proxy/import, /proxy/people")
                .containsOnlyOnce("/proxy/engage");
    }

    /** Parameters are counted before any of them is created, as on the routes that write. */
    @Test
    void query_overTheBoundOfParameters_isRefused() throws Exception {
        HttpResponse<String> answer = client.send(
                client.request("/api/query/engage").POST(BodyPublishers.ofString("a&".repeat(1_000) + "token=shop")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("parameters, over 1000");
        assertThat(client.send(client.request("/api/query/engage?" + "a&".repeat(1_000) + "token=shop")
                                .GET())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void stoppedAt_reset_stopsClockThereAgain() throws Exception {
        Instant moment = Instant.parse("2026-01-31T12:00:00Z");
        restart(EngageDouble.builder().stoppedAt(moment));
        assertThat(engage.clock().isStopped()).isTrue();
        engage.clock().advance(Duration.ofDays(1));

        engage.reset();

        assertThat(engage.clock().instant()).isEqualTo(moment);
    }

    @Test
    void reset_project_leavesRequestsThatSpokeOfOthersToo() throws Exception {
        client.json("/engage", "[" + CREDITS + "," + CREDITS.replace("shop", "other") + "]");
        client.json("/engage", CREDITS.replace("shop", "other"));
        client.json("/engage", "{\"$token\":\"other\",\"$set\":{}}");

        engage.reset("other");

        assertThat(engage.journal().entries()).extracting(JournalEntry::number).containsExactly(1L);
        assertThat(engage.profile("u1").updates()).hasSize(1);
    }

    @Test
    void profile_mistakenId_namesWhatThereIs() throws Exception {
        client.json("/engage", CREDITS);

        assertThat(engage.profile("shop", "u2").others())
                .singleElement()
                .asString()
                .contains("shop/u1");
        assertThat(engage.profile("shpo", "u1").others())
                .containsExactly("this project has no profiles", "projects that have some: shop");
        assertThat(engage.profile("shop", "u1").others()).isEmpty();
        engage.reset();
        assertThat(engage.profile("shop", "u1").others())
                .containsExactly("this project has no profiles", "no other project has any");
    }

    @Test
    void profile_nobodyNamedAProject_saysSo() throws Exception {
        client.json("/engage", NO_TOKEN);

        ObservedProfile nobody = engage.profile("u1");
        assertThat(nobody.id()).hasToString("(no project)/u1");
        assertThat(nobody.exists()).isFalse();
        assertThat(nobody.others()).containsExactly("no project has profiles, and no request in the journal names one");
    }

    @Test
    void credentials_demanded_guardReadingOnly() throws Exception {
        restart(EngageDouble.builder().credentials("reader", "p:w"));
        String read = "/api/query/engage?token=shop&distinct_id=u1";
        assertThat(client.json("/engage", CREDITS).body()).isEqualTo("1");

        HttpResponse<String> none = client.get(read);
        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Basic "));
        assertThat(client.send(client.request(read).header("Authorization", basic("reader:wrong")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send(client.request(read).header("Authorization", basic("reader:p:w")))
                        .body())
                .contains("\"credits\":3");
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void host_addressInBrackets_isTheAddress() throws Exception {
        restart(EngageDouble.builder().host("[127.0.0.1]"));

        assertThat(engage.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(client.json("/engage", CREDITS).statusCode()).isEqualTo(200);
    }

    @Test
    void profile_projectWithoutProfiles_isTheOneThatRequestsSpokeOf() throws Exception {
        client.json("/engage", record("u1", "\"$add\":5"));

        assertThat(engage.profile("u1").exists()).isFalse();
        assertThat(engage.profile("u1").whyNot("credits")).asString().contains("$add");
        client.json("/engage", record("u2", "\"$delete\":\"\"").replace("shop", "other"));
        assertThatThrownBy(() -> engage.profile("u1")).hasMessageContaining("[other, shop]");
    }
}
