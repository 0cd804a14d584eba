package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.location.CidrLocator;
import io.github.profileengine.location.Location;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.wire.InvalidFileException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"/engage", "/engage/", "/engage?ip=1"})
    void engage_validRecord_answersOneAndUpdates(String target) throws Exception {
        HttpResponse<String> response = client.json(target, CREDITS);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("1");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(engage.profile("u1").get("credits")).isEqualTo(3L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/engage|0",
                "/engage?verbose=1|{\"error\":\"$token, missing or empty\",\"status\":0}",
                "/engage?verbose=2|{\"error\":\"$token, missing or empty\",\"status\":0}",
                "/engage?callback=seen|seen(0);",
                "/engage?callback=seen&verbose=1|seen({\"error\":\"$token, missing or empty\",\"status\":0});",
                "/engage?callback=alert(1)|0",
            })
    void engage_badRecord_answersAsTheLiveService(String target, String body) throws Exception {
        HttpResponse<String> response = client.json(target, NO_TOKEN);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(body);
        assertThat(engage.engine().count()).isZero();
    }

    @Test
    void engage_strict_tellsFailedRecordsAndAppliesOthers() throws Exception {
        HttpResponse<String> response = client.json("/engage?strict=1&verbose=1", "[" + CREDITS + "," + NO_TOKEN + "]");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo("{\"code\":400,\"error\":\"some data points in the request failed validation\","
                        + "\"failed_records\":[{\"field\":\"$token\",\"index\":1,"
                        + "\"message\":\"$token, missing or empty\"}],"
                        + "\"num_records_imported\":1,\"status\":\"Bad Request\"}");
        assertThat(engage.profile("u1").get("credits")).isEqualTo(3L);
    }

    @Test
    void engage_strict_judgesStrictly() throws Exception {
        assertThat(client.json("/engage", record("undefined", "\"$set\":{}")).body())
                .isEqualTo("1");
        assertThat(client.json("/engage?strict=1", record("undefined", "\"$set\":{}"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.json("/engage?strict=1", CREDITS).body())
                .isEqualTo("{\"code\":200,\"num_records_imported\":1,\"status\":\"OK\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "   "})
    void engage_nothing_saysSo(String body) throws Exception {
        assertThat(client.json("/engage", body).body()).isEqualTo("0");
        assertThat(client.json("/engage?verbose=1", body).body())
                .isEqualTo("{\"error\":\"data, missing or empty\",\"status\":0}");
    }

    @Test
    void engage_image_answersPixel() throws Exception {
        HttpResponse<String> response = client.json("/engage?img=1", CREDITS);

        assertThat(response.headers().firstValue("Content-Type")).hasValue("image/gif");
        assertThat(response.body()).startsWith("GIF89a");
    }

    @Test
    void engage_redirect_leadsToWebAddressOnly() throws Exception {
        HttpResponse<String> response = client.json("/engage?redirect=http://example.org/x", CREDITS);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("http://example.org/x");
        assertThat(client.json("/engage?redirect=javascript:alert(1)", CREDITS).body())
                .isEqualTo("1");
    }

    @Test
    void engage_getWithBase64_updates() throws Exception {
        String data = Base64.getEncoder().encodeToString(CREDITS.getBytes());

        assertThat(client.get("/engage?data=" + data.replace("+", "%2B")).body())
                .isEqualTo("1");
        assertThat(engage.profile("u1").get("credits")).isEqualTo(3L);
    }

    @Test
    void groups_groupRecord_updatesGroup_andUserRecordFails() throws Exception {
        String group =
                "{\"$token\":\"shop\",\"$group_key\":\"company\",\"$group_id\":\"acme\",\"$set\":{\"plan\":\"pro\"}}";

        assertThat(client.form("/groups", group).body()).isEqualTo("1");
        assertThat(client.form("/groups", CREDITS).body()).isEqualTo("0");
        assertThat(client.form("/engage", group).body()).isEqualTo("0");
        assertThat(engage.profile(ProfileId.group("shop", "company", "acme")).get("plan"))
                .isEqualTo("pro");
    }

    @Test
    void track_createAlias_feedsAliasTableAndNoProfile() throws Exception {
        String event = "{\"event\":\"$create_alias\",\"properties\":"
                + "{\"token\":\"shop\",\"distinct_id\":\"u1\",\"alias\":\"mail@example.org\"}}";

        assertThat(client.form("/track/", event).body()).isEqualTo("1");
        assertThat(engage.engine().count()).isZero();
        client.json("/engage", record("mail@example.org", "\"$add\":{\"credits\":3}"));
        assertThat(engage.profile("u1").get("credits")).isEqualTo(3L);
        assertThat(engage.profile("mail@example.org").id()).isEqualTo(ProfileId.user("shop", "u1"));
    }

    @Test
    void failLoudly_badRecord_answers400_unknownProject401() throws Exception {
        restart(EngageDouble.builder().failLoudly(true).tokens(List.of("shop")));

        assertThat(client.json("/engage", NO_TOKEN).statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = client.json("/engage", CREDITS.replace("shop", "other"));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).contains("$token, not a project of this double");
        assertThat(client.json("/engage", CREDITS).body()).isEqualTo("1");
        assertThat(engage.engine().tokens()).containsExactly("shop");
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
                .header("X-Forwarded-For", "192.0.2.7, 10.0.0.1")
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
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return engage.await(() -> engage.profile("shop", "u1").exists(), Duration.ofSeconds(60));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
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
        assertThatThrownBy(() -> engage.profile("u1")).hasMessageContaining("several projects");

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
                .hasMessageContaining("cannot listen at 127.0.0.1 port " + port);
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
    void sdkRoutes_answerHarmlessly() throws Exception {
        assertThat(client.get("/decide?version=1").statusCode()).isEqualTo(200);
        assertThat(client.json("/flags/", "{}").body()).contains("\"flags\":{}");
        assertThat(client.json("/record/", "x").statusCode()).isEqualTo(200);
        assertThat(client.get("/settings").statusCode()).isEqualTo(200);
        assertThat(client.get("/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void prefix_movesRoutes() throws Exception {
        restart(EngageDouble.builder().prefix("/proxy"));

        assertThat(engage.uri()).hasPath("/proxy");
        assertThat(client.json("/proxy/engage/", CREDITS).body()).isEqualTo("1");
        assertThat(client.json("/engage", CREDITS).statusCode()).isEqualTo(404);
    }
}
