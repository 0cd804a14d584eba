package io.github.profileengine.testdouble.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.testdouble.EngageDouble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests in the form of official clients whose requests nobody captured. They are written after the clients' sources.
 */
class OtherClientsTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String OK = "{\"error\":null,\"status\":1}";
    private static final String HEAD = "\"$token\":\"T\",\"$distinct_id\":\"u1\"";
    private static final String TEXT = "{" + HEAD + ",\"$set\":{\"text\":\"~~~>>>???üß😀\"}}";

    private EngageDouble engage;

    @BeforeEach
    void start() throws IOException {
        engage = EngageDouble.builder()
                .options(ReducerOptions.defaults().withAutomaticCreated(false).withAutomaticLastSeen(false))
                .start();
    }

    @AfterEach
    void stop() {
        engage.close();
    }

    private String send(String target, String type, byte[] body, String... headers) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(utf8("POST " + target + " HTTP/1.1\r\nHost: api.mixpanel.com\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length + "\r\n" + String.join("", headers) + "\r\n"));
        request.writeBytes(body);
        try (RawConnection connection = new RawConnection(engage.port())) {
            RawConnection.Answer answer = connection.send(request.toByteArray());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(String json) {
        return Base64.getEncoder().encodeToString(utf8(json));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private Map<String, Object> user(String id) {
        return engage.profile("T", id).toOptional().orElseThrow().properties();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "[%s]"})
    void ruby_directOrBuffered_isToldVerbosely(String shape) throws IOException {
        byte[] body = utf8("data=" + encoded(base64(shape.formatted(TEXT))) + "&verbose=1");

        assertThat(send("/engage", FORM, body, "Accept-Encoding: gzip;q=1.0,deflate;q=0.6\r\n"))
                .isEqualTo(OK);
        assertThat(user("u1")).isEqualTo(Map.of("text", "~~~>>>???üß😀"));
    }

    /** The base64 is not percent-encoded, so every form decoder takes its plus signs for spaces. */
    @Test
    void php_rawBase64_keepsPlusSigns() throws IOException {
        String data = base64("[" + TEXT + "]");
        assertThat(data).contains("+");

        assertThat(send("/engage", FORM, utf8("data=" + data))).isEqualTo("1");
        assertThat(user("u1")).isEqualTo(Map.of("text", "~~~>>>???üß😀"));
    }

    @Test
    void php_numericIdFloatTimeAndEmptyArray_areTaken() throws IOException {
        String record = "[{\"$token\":\"T\",\"$distinct_id\":7,\"$time\":1767323045.25,\"$ip\":\"0\","
                + "\"$ignore_time\":false,\"$set\":[]}]";

        assertThat(send("/engage", FORM, utf8("data=" + base64(record)))).isEqualTo("1");
        assertThat(user("7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void android_formOrGzip_withItsFieldsAndMerge_isTaken(boolean gzip) throws IOException {
        String records = "[{" + HEAD + ",\"$time\":1767323045000,\"$device_id\":\"d\",\"$user_id\":\"u1\","
                + "\"$had_persisted_distinct_id\":false,\"$mp_metadata\":{\"$mp_event_id\":\"1\"},"
                + "\"$merge\":{\"seen\":{\"a\":1}}},{" + HEAD + ",\"$merge\":{\"seen\":{\"b\":2}}}]";
        byte[] body = utf8("data=" + encoded(base64(records)) + "&verbose=1");

        String answer = gzip
                ? send("/engage/?ip=1", FORM + ";charset=UTF-8", gzip(body), "Content-Encoding: gzip\r\n")
                : send("/engage/?ip=1", FORM + ";charset=UTF-8", body);
        assertThat(answer).isEqualTo(OK);
        assertThat(user("u1")).isEqualTo(Map.of("seen", Map.of("a", 1L, "b", 2L)));
    }

    @Test
    void swift_jsonList_withItsQueueKey_isTaken() throws IOException {
        String users = "[{" + HEAD + ",\"$time\":1767323045000,\"id\":5,\"$ignore_time\":1,\"$mp_metadata\":{},"
                + "\"$set\":{\"$ios_device_model\":\"x86_64\"}},"
                + "{" + HEAD + ",\"id\":6,\"$append\":{\"$transactions\":{\"$amount\":3,"
                + "\"$time\":\"2026-01-02T03:04:05.000Z\"}}}]";
        String groups = "[{\"$token\":\"T\",\"$group_key\":\"company\",\"$group_id\":7,\"id\":7,"
                + "\"$union\":{\"products\":[\"a\",\"a\"]}}]";

        assertThat(send("/engage/?ip=1", "application/json", utf8(users))).isEqualTo("1");
        assertThat(send("/groups/?ip=1", "application/json", utf8(groups))).isEqualTo("1");
        assertThat(user("u1"))
                .isEqualTo(Map.of(
                        "$ios_device_model",
                        "x86_64",
                        "$transactions",
                        List.of(Map.of("$amount", 3L, "$time", "2026-01-02T03:04:05.000Z"))));
        assertThat(engage.profile(ProfileId.group("T", "company", "7")).get("products"))
                .isEqualTo(List.of("a"));
    }

    @Test
    void unityAndReactNative_formOfPlainJson_isTaken() throws IOException {
        String unity = "[{" + HEAD + ",\"id\":\"People12\",\"$add\":{\"n\":2}}]";
        String reactNative = "[{" + HEAD + ",\"$time\":1767323045000,\"$add\":{\"n\":3}}]";

        assertThat(send("/engage/?ip=1", FORM, utf8("data=" + encoded(unity)))).isEqualTo("1");
        assertThat(send("/engage/?ip=1", FORM, utf8("data=" + encoded(reactNative))))
                .isEqualTo("1");
        assertThat(user("u1")).isEqualTo(Map.of("n", 5L));
    }

    @Test
    void utils_basicCredentialsAndProject_areTaken() throws IOException {
        byte[] body = utf8("data=" + encoded(base64("[" + TEXT + "]")) + "&project_id=1");

        assertThat(send("/engage?verbose=1", FORM, body, "Authorization: Basic dTpz\r\n"))
                .isEqualTo(OK);
        assertThat(user("u1")).isEqualTo(Map.of("text", "~~~>>>???üß😀"));
    }

    @Test
    void bulkImport_strictJsonAsGzip_isToldTheCount() throws IOException {
        byte[] body = gzip(utf8("[" + TEXT + "," + TEXT.replace("u1", "u2") + "]"));

        assertThat(send("/engage?ip=0&verbose=1&strict=1", "application/json", body, "Content-Encoding: gzip\r\n"))
                .isEqualTo("{\"code\":200,\"num_records_imported\":2,\"status\":\"OK\"}");
        assertThat(user("u2")).isEqualTo(Map.of("text", "~~~>>>???üß😀"));
    }
}
