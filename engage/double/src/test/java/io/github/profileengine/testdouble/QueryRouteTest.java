package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.http.WireSocket;
import io.github.profileengine.wire.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queries as they come over the wire. */
class QueryRouteTest {
    private static final String QUERY = "/api/query/engage";
    private static final String USER = "{\"$token\":\"%s\",\"$distinct_id\":\"%s\",\"$set\":{\"a\":1}}";

    private EngageDouble engage;
    private DoubleClient client;

    @BeforeEach
    void start() throws Exception {
        engage = EngageDouble.start();
        client = new DoubleClient(engage);
        for (String id : List.of("u1", "u2", "josé")) {
            client.json("/engage", USER.formatted("t", id));
        }
    }

    @AfterEach
    void stop() {
        engage.close();
    }

    private HttpResponse<String> post(String type, byte[] body) throws IOException, InterruptedException {
        return client.send(client.request(QUERY).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8(text));
        }
        return packed.toByteArray();
    }

    private static Map<?, ?> members(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return (Map<?, ?>) JsonText.read(answer.body());
    }

    private static List<?> ids(HttpResponse<String> answer) {
        return ((List<?>) members(answer).get("results"))
                .stream()
                        .map(result -> ((Map<?, ?>) result).get("$distinct_id"))
                        .toList();
    }

    @Test
    void query_form_isReadInEveryCoding() throws Exception {
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"distinct_id\"\r\n\r\nu2\r\n--x--\r\n";

        assertThat(ids(post("application/x-www-form-urlencoded", utf8("distinct_id=u2"))))
                .isEqualTo(List.of("u2"));
        assertThat(ids(post("multipart/form-data; boundary=x", utf8(multipart))))
                .isEqualTo(List.of("u2"));
        assertThat(ids(post("application/x-www-form-urlencoded", gzip("distinct_id=u2"))))
                .isEqualTo(List.of("u2"));
        assertThat(ids(post("application/x-www-form-urlencoded", utf8("")))).hasSize(3);
    }

    /** Otherwise it would find all profiles, whatever was asked. */
    @Test
    void query_bodyThatIsNoForm_isRefused() throws Exception {
        for (String body : List.of("{\"distinct_id\":\"nobody\"}", "[]", "\"where\"", "nobody")) {
            HttpResponse<String> answer = post("application/json", utf8(body));

            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("{\"error\":\"body, not a form\",\"status\":\"error\"}");
        }
        assertThat(post("application/x-www-form-urlencoded", utf8("a&".repeat(1_001) + "="))
                        .body())
                .contains("parameters, over 1000");
    }

    @Test
    void laterPage_projectsComeAndGo_isOfItsSession() throws Exception {
        Map<?, ?> first = members(client.get(QUERY + "?page_size=1"));
        String second = QUERY + "?page=1&session_id=" + first.get("session_id");

        client.json("/engage", USER.formatted("other", "u7"));
        assertThat(ids(client.get(second))).isEqualTo(List.of("u1"));
        engage.reset("t");
        assertThat(ids(client.get(second))).isEqualTo(List.of("u1"));
        engage.reset();
        assertThat(ids(client.get(second))).isEqualTo(List.of("u1"));
        assertThat(client.get(second + "&token=other").statusCode()).isEqualTo(400);
    }

    /** Some clients, such as curl, send the bytes of an id as they were typed. */
    @Test
    void target_bytesBeyondAscii_areUtf8() throws Exception {
        String id = new String(utf8("josé"), StandardCharsets.ISO_8859_1);

        assertThat(WireSocket.only(engage.port(), WireSocket.get(QUERY + "?distinct_id=" + id))
                        .body())
                .contains("\"total\":1");
        assertThat(WireSocket.only(engage.port(), WireSocket.get("/__double/profiles?distinct_id=" + id))
                        .body())
                .contains("\"exists\":true");
        String data =
                USER.formatted("t", id).replace("\"", "%22").replace("{", "%7B").replace("}", "%7D");
        WireSocket.only(engage.port(), WireSocket.get("/engage?data=" + data.replace("1", "2")));
        assertThat(engage.profile("t", "josé").get("a")).isEqualTo(2L);
        assertThat(engage.journal().entries().get(3).request().target()).contains("jos%C3%A9");
    }
}
