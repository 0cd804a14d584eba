package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.DoubleClient;
import io.github.profileengine.testdouble.EngageDouble;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminRoutesTest extends AdminFixture {
    @ParameterizedTest
    @CsvSource({"Origin,http://evil.example", "Origin,null", "Sec-Fetch-Site,cross-site", "Sec-Fetch-Site,same-site"})
    void anyRoute_pageOfAnotherOrigin_isRefused(String header, String value) throws Exception {
        for (String path : new String[] {"/health", "/state", "/profiles?token=shop&distinct_id=u1"}) {
            assertThat(admin.getWith(path, header, value).statusCode()).isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site,same-origin", "Sec-Fetch-Site,none"})
    void anyRoute_ownPage_isServed(String header, String value) throws Exception {
        assertThat(admin.getWith("/health", header, value).statusCode()).isEqualTo(200);
        assertThat(admin.getWith("/health", "Origin", engage.uri().toString()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void reset_pageOfAnotherOrigin_changesNothing() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":1}");
        DoubleClient client = new DoubleClient(engage);

        HttpResponse<String> response = client.send(client.request("/__double/reset")
                .header("Origin", "http://evil.example")
                .POST(BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(engage.engine().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/health,GET",
        "DELETE,/state,'GET, PUT'",
        "GET,/reset,POST",
        "GET,/clock/advance,POST",
        "POST,/clock,'GET, PUT'",
        "PUT,/forks,'GET, POST'",
        "GET,/forks/a,DELETE",
        "DELETE,/journal/1,GET",
    })
    void anyRoute_wrongMethod_answers405WithThoseThatMayBe(String method, String path, String allowed)
            throws Exception {
        HttpResponse<String> response = admin.send(method, path, "");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
        assertThat(response.body())
                .contains("\"error\":\"method, " + method + " is not allowed here; allowed: " + allowed + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH", "OPTIONS"})
    void anyRoute_methodOfNoRoute_answers405(String method) throws Exception {
        HttpResponse<String> response = admin.send(method, "/health", "");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).contains("\"" + method + " is not allowed here\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/inspector",
                "/nothing",
                "/health/more",
                "/forks/a/b",
                "/..",
                "/../engage",
                "/%2e%2e/%2e%2e/etc/passwd"
            })
    void anyPath_unknown_answers404(String path) throws Exception {
        assertThat(admin.send("GET", path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void anyPath_unknown_saysWhereTheOthersAre() throws Exception {
        assertThat(admin.error(404, "GET", "/nothing", ""))
                .isEqualTo("path, there is nothing at /__double/nothing; see /__double/openapi.json for all paths");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/health/", "/%68ealth"})
    void health_anySpelling_isFound(String path) throws Exception {
        assertThat(admin.get(path)).containsEntry("status", "ok");
    }

    @Test
    void head_likeGetWithoutBody() throws Exception {
        HttpResponse<String> response = admin.send("HEAD", "/health", "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/health?x=1|parameter, unknown: x; this path takes none",
                "POST|/reset?tokens=shop|parameter, unknown: tokens; known: token",
                "GET|/journal?limit=1&order=newest&limit=1|parameter, given more than once: limit",
                "GET|/journal?limit=0|limit, not an integer from 1 to 1000: 0",
                "GET|/journal?limit=many|limit, not an integer from 1 to 1000: many",
                "GET|/journal?order=up|order, not one of oldest, newest: up",
                "GET|/journal?token=|token, empty",
                "GET|/journal/one|number, not an integer: one",
                "GET|/profiles|token, missing: there is no project yet",
                "GET|/profiles?token=shop&group_key=company|group_id, missing: group_key and group_id name a group"
                        + " together",
                "GET|/profiles?token=shop&distinct_id=u1&limit=2|limit, only without an id: one profile has no pages",
                "GET|/profiles?token=shop&after=u1|after, not the \"next\" of a page: u1",
                "GET|/outcomes?token=shop|distinct_id, missing; give it, or group_key and group_id",
                "GET|/timeline?token=shop|distinct_id, missing; give it, or group_key and group_id",
                "GET|/outcomes?token=shop&distinct_id=a&group_key=b&group_id=c|distinct_id, not together with group_key"
                        + " and group_id",
            })
    void parameter_wrong_answers400WithItsName(String method, String target, String error) throws Exception {
        assertThat(admin.error(400, method, target, "")).isEqualTo(error);
    }

    @Test
    void body_whereNoneBelongs_isRefused() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":1}");

        assertThat(admin.error(400, "POST", "/reset", "{\"token\":\"other\"}"))
                .isEqualTo("body, not allowed for this path; use query parameters");
        assertThat(admin.error(400, "DELETE", "/forks/a", "{}")).isEqualTo("body, not allowed for this path");
        assertThat(engage.engine().count()).isEqualTo(1);
    }

    /** Half of what was asked for must not be done. */
    @Test
    void reset_twoProjects_forgetsNone() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":1}");

        assertThat(admin.error(400, "POST", "/reset?token=shop&token=other", ""))
                .isEqualTo("parameter, given more than once: token");
        assertThat(engage.engine().count()).isEqualTo(1);
    }

    @Test
    void prefix_leavesAdminRoutesWhereTheyAre() throws Exception {
        engage.close();
        engage = EngageDouble.builder().prefix("/proxy").start();
        admin = new AdminClient(engage);

        assertThat(admin.get("/health")).containsEntry("status", "ok");
        assertThat(AdminClient.members(admin.get("/openapi.json").get("paths")))
                .containsKeys("/proxy/engage", "/__double/health")
                .doesNotContainKey("/engage");
    }
}
