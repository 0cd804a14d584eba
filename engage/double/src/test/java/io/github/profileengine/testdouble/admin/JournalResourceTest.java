package io.github.profileengine.testdouble.admin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.DoubleClient;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class JournalResourceTest extends AdminFixture {
    private static final String RECORDS = "[{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}},"
            + "{\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}}]";

    @Test
    void entry_packedRequest_showsBytesBeforeAndAfterAndOutcomes() throws Exception {
        byte[] packed = gzip(RECORDS);
        DoubleClient client = new DoubleClient(engage);
        client.send(client.request("/engage?verbose=1")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed)));

        Map<String, Object> entry = admin.get("/journal/1");

        assertThat(entry)
                .containsEntry("number", 1L)
                .containsEntry("method", "POST")
                .containsEntry("target", "/engage?verbose=1")
                .containsEntry("remote_address", "127.0.0.1")
                .containsEntry("tokens", List.of("shop"))
                .containsEntry("accepted", false)
                .containsEntry("body", Base64.getEncoder().encodeToString(packed))
                .containsEntry("unpacked", Base64.getEncoder().encodeToString(RECORDS.getBytes(StandardCharsets.UTF_8)))
                .containsEntry("payload", RECORDS);
        assertThat(AdminClient.members(entry.get("headers"))).containsEntry("Content-encoding", List.of("gzip"));
        List<Map<String, Object>> updates = AdminClient.list(entry, "updates");
        assertThat(updates.get(0))
                .containsEntry("profile", Map.of("token", "shop", "distinct_id", "u1"))
                .containsEntry("update", Map.of("$token", "shop", "$distinct_id", "u1", "$set", Map.of("a", 1L)));
        assertThat(updates.get(1))
                .containsEntry("rejected", true)
                .containsEntry("update", null)
                .containsEntry("field", "$token");
        assertThat(AdminClient.list(updates.get(1), "outcomes").get(0))
                .containsEntry("explanation", "$token, missing or empty");
        assertThat(AdminClient.members(entry.get("answer")))
                .containsEntry("status", 200L)
                .containsEntry("text", "{\"error\":null,\"status\":1}");
    }

    /** The address of a request gives a location to what the request holds, but is no part of it. */
    @Test
    void entry_locatedByItsAddress_showsTheUpdateAsItWasSent() throws Exception {
        new DoubleClient(engage)
                .json("/engage?ip=1", "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}}");

        assertThat(AdminClient.list(admin.get("/journal/1"), "updates").get(0))
                .containsEntry("update", Map.of("$token", "shop", "$distinct_id", "u1", "$set", Map.of("a", 1L)));
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void entry_identityEvent_showsAliases() throws Exception {
        new DoubleClient(engage)
                .form(
                        "/track",
                        "{\"event\":\"$create_alias\",\"properties\":"
                                + "{\"token\":\"shop\",\"distinct_id\":\"u1\",\"alias\":\"a1\"}}");

        Map<String, Object> event =
                AdminClient.list(admin.get("/journal/1"), "events").get(0);

        assertThat(event)
                .containsEntry("name", "$create_alias")
                .containsEntry("token", "shop")
                .containsEntry("aliases", List.of(Map.of("alias", "a1", "distinct_id", "u1", "result", "MAPPED")));
    }

    @Test
    void entry_ofWhichLittleIsAskedFor_tellsHowLongItIs() throws Exception {
        admin.record(RECORDS);

        assertThat(admin.get("/journal/1?bytes=5"))
                .containsEntry("payload", RECORDS.substring(0, 5))
                .containsEntry(
                        "body",
                        Base64.getEncoder()
                                .encodeToString(RECORDS.substring(0, 5).getBytes(UTF_8)))
                .containsEntry("body_bytes", (long) RECORDS.length())
                .containsEntry("unpacked_bytes", (long) RECORDS.length());
    }

    @Test
    void entry_partOfItsRecords_tellsHowManyThereAre() throws Exception {
        admin.record(IntStream.range(0, 5)
                .mapToObj(at -> "{\"$token\":\"shop\",\"$distinct_id\":\"u" + at + "\",\"$set\":{\"a\":1}}")
                .collect(Collectors.joining(",", "[", "]")));

        assertThat(indexes("/journal/1", "updates")).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(indexes("/journal/1?limit=2", "updates")).containsExactly(0L, 1L);
        assertThat(indexes("/journal/1?offset=3&limit=2", "updates")).containsExactly(3L, 4L);
        assertThat(indexes("/journal/1?offset=4", "updates")).containsExactly(4L);
        assertThat(indexes("/journal/1?offset=5", "updates")).isEmpty();
        assertThat(admin.get("/journal/1?limit=0"))
                .containsEntry("updates", List.of())
                .containsEntry("update_count", 5L)
                .containsEntry("event_count", 0L);
        assertThat(admin.error(400, "GET", "/journal/1?offset=-1", "")).startsWith("offset, not an integer from 0");
    }

    @Test
    void entry_partOfItsEvents_tellsHowManyThereAre() throws Exception {
        String event = "{\"event\":\"bought\",\"properties\":{\"token\":\"shop\"}}";
        new DoubleClient(engage).json("/track", "[" + event + "," + event + "," + event + "]");

        assertThat(indexes("/journal/1?offset=1&limit=1", "events")).containsExactly(1L);
        assertThat(admin.get("/journal/1?offset=1&limit=1"))
                .containsEntry("update_count", 0L)
                .containsEntry("event_count", 3L);
    }

    private List<Object> indexes(String target, String records) throws Exception {
        return AdminClient.list(admin.get(target), records).stream()
                .map(record -> record.get("index"))
                .toList();
    }

    @Test
    void entry_unknown_answers404() throws Exception {
        assertThat(admin.error(404, "GET", "/journal/1", ""))
                .isEqualTo("number, the journal has no request 1: not received yet, or no longer kept");
    }

    @Test
    void entry_requestToNowhere_failedWithWhatItCarried() throws Exception {
        new DoubleClient(engage).form("/people", "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}}");

        assertThat(admin.get("/journal/1"))
                .containsEntry("fault", "there is nothing at /people; SDKs send to /engage, /groups, /track, /import")
                .containsEntry("verdict", "failed")
                .containsEntry("accepted", false)
                .containsEntry("payload", "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}}")
                .containsEntry("update_count", 0L);
        assertThat(engage.engine().count()).isZero();
    }

    /** Somebody who asks for the requests of a project must above all see those that failed. */
    @Test
    void pages_ofAProject_haveWhatFailedForWantOfAnId() throws Exception {
        admin.record("{\"$token\":\"other\",\"$set\":{\"a\":1}}");
        admin.record("{\"$token\":\"shop\",\"$set\":{\"a\":1}}");
        new DoubleClient(engage)
                .json("/track", "{\"event\":\"x\",\"properties\":{\"token\":\"shop\",\"distinct_id\":{}}}");

        assertThat(numbers("/journal?token=shop")).containsExactly(2L, 3L);
        assertThat(AdminClient.list(admin.get("/journal/2"), "updates").get(0))
                .containsEntry("token", "shop")
                .containsEntry("profile", null);
    }

    @Test
    void pages_inEitherOrder_areComplete() throws Exception {
        for (int number = 1; number <= 5; number++) {
            admin.engage("u" + number, "\"$set\":{}");
        }
        admin.record("{\"$token\":\"other\",\"$distinct_id\":\"u1\",\"$set\":{}}");

        assertThat(numbers("/journal?token=shop&limit=2")).containsExactly(1L, 2L);
        assertThat(numbers("/journal?token=shop&limit=2&after=2")).containsExactly(3L, 4L);
        assertThat(numbers("/journal?token=shop&limit=2&after=4")).containsExactly(5L);
        assertThat(numbers("/journal?order=newest&limit=2")).containsExactly(6L, 5L);
        assertThat(numbers("/journal?order=newest&after=5")).containsExactly(4L, 3L, 2L, 1L);
        assertThat(admin.get("/journal?limit=5")).containsEntry("next", 5L).containsEntry("total", 6L);
        assertThat(admin.get("/journal?limit=6")).containsEntry("next", null);
        assertThat(AdminClient.list(admin.get("/journal?limit=1"), "entries").get(0))
                .containsEntry("updates", 1L)
                .containsEntry("events", 0L)
                .containsEntry("rejected", 0L)
                .containsEntry("status", 200L);
    }

    private List<Object> numbers(String target) throws Exception {
        return AdminClient.list(admin.get(target), "entries").stream()
                .map(entry -> entry.get("number"))
                .toList();
    }

    @Test
    void adminRequests_areNotJournaled() throws Exception {
        admin.get("/health");

        assertThat(admin.get("/journal")).containsEntry("total", 0L);
    }

    @Test
    void page_filtered_holdsWhatTheFiltersLetThrough() throws Exception {
        admin.engage("u1", "\"$set\":{\"plan\":\"Gold\"}");
        admin.engage("u1", "\"$set\":{\"plan\":\"Gold\"}");
        admin.engage("u2", "\"$add\":{\"plan\":1}");
        admin.engage("u1", "\"$add\":{\"plan\":1}");
        admin.engage("u1", "\"$set\":7");
        admin.record("no JSON");
        new DoubleClient(engage).json("/track", "{\"event\":\"x\",\"properties\":{\"token\":\"shop\"}}");

        assertThat(numbers("/journal?verdict=applied")).containsExactly(1L, 3L);
        assertThat(numbers("/journal?verdict=unchanged")).containsExactly(2L);
        assertThat(numbers("/journal?verdict=ignored")).containsExactly(4L);
        assertThat(numbers("/journal?verdict=rejected")).containsExactly(5L);
        assertThat(numbers("/journal?verdict=failed")).containsExactly(6L);
        assertThat(numbers("/journal?verdict=received")).containsExactly(7L);
        assertThat(numbers("/journal?rule=add-on-non-number")).containsExactly(4L);
        assertThat(numbers("/journal?rule=set-applied&text=u2")).isEmpty();
        assertThat(numbers("/journal?text=gOLD")).containsExactly(1L, 2L);
        assertThat(numbers("/journal?text=null")).isEmpty();
        assertThat(numbers("/journal?text=u2&verdict=applied")).containsExactly(3L);
        assertThat(numbers("/journal?sdk=go")).isEmpty();
        assertThat(numbers("/journal?sdk=other")).hasSize(7);
        assertThat(admin.get("/journal?text=gold&limit=1")).containsEntry("matching", 2L);
        assertThat(admin.error(400, "GET", "/journal?verdict=fine", "")).startsWith("verdict, not one of failed,");
    }

    /** People who look at a page see the letter, not how a client wrote it. */
    @Test
    void page_textThatAClientEscaped_isFound() throws Exception {
        admin.engage("Jos\\u00e9", "\"$set\":{\"plan\":\"Gold\"}");
        admin.engage("Jose", "\"$set\":{\"plan\":\"Gold\"}");

        assertThat(numbers("/journal?text=JOS%C3%89")).containsExactly(1L);
        assertThat(numbers("/journal?text=%5Cu00e9")).containsExactly(1L);
    }

    /** PHP escapes each slash. A backslash that is escaped itself begins no other escape. */
    @Test
    void page_textWithShortEscapes_isFound() throws Exception {
        admin.engage("u1", "\"$set\":{\"url\":\"https:\\/\\/a.b\\/c\",\"said\":\"\\\"hi\\\"\"}");
        admin.engage("u2", "\"$set\":{\"path\":\"c:\\\\u0041\\\\new\"}");

        assertThat(numbers("/journal?text=https://a.b/c")).containsExactly(1L);
        assertThat(numbers("/journal?text=%22hi%22")).containsExactly(1L);
        assertThat(numbers("/journal?text=c:%5Cu0041%5Cnew")).containsExactly(2L);
        assertThat(numbers("/journal?text=c:%5Ca")).isEmpty();
    }

    @Test
    void page_withAnOffset_beginsThere() throws Exception {
        for (int number = 0; number < 5; number++) {
            admin.engage("u1", "\"$set\":{\"a\":1}");
        }

        assertThat(numbers("/journal?order=newest&after=5&offset=1&limit=2")).containsExactly(3L, 2L);
        assertThat(numbers("/journal?offset=9")).isEmpty();
        assertThat(admin.get("/journal?offset=9")).containsEntry("next", null);
    }
}
