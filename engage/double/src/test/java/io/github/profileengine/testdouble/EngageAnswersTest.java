package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngageAnswersTest {
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
        HttpResponse<String> odd = client.json("/engage?redirect=HTTP://my_host:80/a+b", CREDITS);
        assertThat(odd.statusCode()).isEqualTo(302);
        assertThat(odd.headers().firstValue("Location")).hasValue("HTTP://my_host:80/a%20b");
        for (String refused : List.of("javascript:alert(1)", "http://", "http:///x", "//example.org/x", "xhttp://y/")) {
            assertThat(client.json("/engage?redirect=" + refused, CREDITS).body())
                    .isEqualTo("1");
        }
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
        assertThat(engage.journal().entry(2).orElseThrow().updates().get(0).outcomes())
                .extracting(Outcome::rule)
                .containsExactly(Rule.RECORD_TOKEN_UNKNOWN);
        String both = "[" + NO_TOKEN + "," + CREDITS.replace("shop", "other") + "]";
        HttpResponse<String> mixed = client.json("/engage", both);
        assertThat(mixed.statusCode()).isEqualTo(401);
        assertThat(mixed.body()).contains("$token, not a project of this double");
        assertThat(client.json("/engage", CREDITS).body()).isEqualTo("1");
        assertThat(engage.engine().tokens()).containsExactly("shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/track", "/import"})
    void events_unknownProject_areRejectedAndMapNothing(String target) throws Exception {
        String alias = "{\"event\":\"$create_alias\",\"properties\":{\"token\":\"shop\",\"distinct_id\":\"u1\","
                + "\"alias\":\"mail\"}}";
        for (boolean loud : new boolean[] {false, true}) {
            restart(EngageDouble.builder().failLoudly(loud).tokens(List.of("shop")));

            HttpResponse<String> unknown = client.json(target, alias.replace("shop", "other"));

            assertThat(unknown.statusCode()).isEqualTo(loud ? 401 : 200);
            assertThat(unknown.body()).startsWith(loud ? "{\"error\":\"token, not a project of this double\"" : "0");
            assertThat(engage.engine().resolve("other", "mail")).isEqualTo("mail");
            assertThat(engage.journal().entry(1).orElseThrow().isAccepted()).isFalse();
            assertThat(client.json(target, alias).body()).isEqualTo("1");
            assertThat(engage.engine().resolve("shop", "mail")).isEqualTo("u1");
        }
    }

    @Test
    void engage_strictWithCallback_callsWithTheStrictAnswer() throws Exception {
        assertThat(client.json("/engage?strict=1&callback=seen", CREDITS).body())
                .isEqualTo("seen({\"code\":200,\"num_records_imported\":1,\"status\":\"OK\"});");
        HttpResponse<String> failed = client.json("/engage?strict=1&callback=seen", NO_TOKEN);
        assertThat(failed.statusCode()).isEqualTo(400);
        assertThat(failed.body()).startsWith("seen({\"code\":400,");
        assertThat(client.json("/engage?strict=1&img=1", CREDITS).body()).startsWith("GIF89a");
    }

    @Test
    void engage_doubleThatFails_answers500AndJournalsIt() throws Exception {
        // First the journal asks for the time, then the engine.
        AtomicInteger times = new AtomicInteger(Integer.MAX_VALUE);
        restart(EngageDouble.builder().clock(() -> {
            if (times.getAndDecrement() == 0) {
                throw new IllegalStateException("no time");
            }
            return Instant.EPOCH;
        }));
        times.set(1);

        assertThat(client.json("/engage", CREDITS).statusCode()).isEqualTo(500);

        assertThat(engage.journal().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.fault()).contains("no time"))
                .satisfies(entry -> assertThat(entry.isAccepted()).isFalse());
    }

    @Test
    void import_lines_keepsTheGoodOnes() throws Exception {
        String alias = "{\"event\":\"$create_alias\",\"properties\":{\"token\":\"shop\",\"distinct_id\":\"u1\","
                + "\"alias\":\"mail\"}}";
        HttpResponse<String> answer = client.send(client.request("/import?strict=1")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("oops\n" + alias + "\n{\n")));

        assertThat(answer.body())
                .contains("\"num_records_imported\":1")
                .contains("\"index\":0")
                .contains("\"index\":2");
        assertThat(engage.engine().resolve("shop", "mail")).isEqualTo("u1");
    }

    @Test
    void import_strict_refusesJunkIdsAndTellsInsertIds() throws Exception {
        String junk =
                "{\"event\":\"e\",\"properties\":{\"token\":\"shop\",\"distinct_id\":\"anon\",\"$insert_id\":\"i1\"}}";
        String identify = "{\"event\":\"$identify\",\"properties\":{\"token\":\"shop\",\"$anon_id\":\"undefined\","
                + "\"$identified_id\":\"u1\"}}";

        assertThat(client.json("/import?strict=1", "[" + junk + "," + identify + "]")
                        .body())
                .contains("{\"field\":\"distinct_id\",\"index\":0,\"insert_id\":\"i1\","
                        + "\"message\":\"distinct_id, a placeholder and not an id: anon\"}")
                .contains("\"message\":\"$anon_id, a placeholder and not an id: undefined\"")
                .contains("\"num_records_imported\":0");
        assertThat(engage.engine().resolve("shop", "undefined")).isEqualTo("undefined");
        assertThat(client.json("/import", "[" + junk + "]").body()).isEqualTo("1");
    }
}
