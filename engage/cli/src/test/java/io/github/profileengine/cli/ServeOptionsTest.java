package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One server with every option that changes its answers. Without its option, each test would see something else. */
class ServeOptionsTest {
    private static final int PATIENCE_SECONDS = 60;

    /**
     * A database in MaxMind's format with one node. The lower half of all IPv4 addresses leads to no record: 1, the
     * number of nodes. The upper half leads to the first record: 1 and the 16 bytes between.
     */
    private static final String LISBON = "\0\0\1\0\0\21"
            + "\0".repeat(16)
            + "\u00e1DcityFLisbon"
            + "\u00ab\u00cd\u00efMaxMind.com\u00e9"
            + "[binary_format_major_version\u00a1\2"
            + "[binary_format_minor_version\u00a1\0"
            + "Kbuild_epoch\1\2\1"
            + "Mdatabase_typeDTest"
            + "Kdescription\u00e1BenDTest"
            + "Jip_version\u00a1\4"
            + "Ilanguages\1\4Ben"
            + "Jnode_count\u00c1\1"
            + "Krecord_size\u00a1\30";

    private static final String STRIKE = "{\"kind\":\"status\",\"status\":418,\"token\":\"struck\"}";

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ServeProcess serve;
    private static URI uri;

    @BeforeAll
    static void start() throws Exception {
        serve = ServeProcess.start(
                "--port=0",
                "--prefix=/proxy",
                "--route=/e=engage",
                "--route=/t=track",
                "--allow-host=double.test",
                "--token=shop",
                "--token=struck",
                "--project=7=shop",
                "--credentials-file=" + file("credentials", "reader:p:w\nnot:this\n"),
                "--strict",
                "--fail-loudly",
                "--refuse-gzip",
                "--locate-absent-ip",
                "--trust-forwarded-for",
                "--geoip-db=" + file("places.mmdb", LISBON),
                "--faults=" + file("faults", "{\"rules\":[" + STRIKE + "]}"));
        uri = serve.uri();
    }

    private static Path file(String name, String content) throws Exception {
        return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.ISO_8859_1));
    }

    @AfterAll
    static void stop() {
        serve.close();
    }

    private static String record(String token, String id) {
        return "{\"$token\":\"" + token + "\",\"$distinct_id\":\"" + id + "\",\"$set\":{\"plan\":\"pro\"}}";
    }

    private static HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(uri.resolve(target)).timeout(Duration.ofSeconds(PATIENCE_SECONDS));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static int engage(String token, String id) throws Exception {
        return send(request("/proxy/engage").POST(BodyPublishers.ofString(record(token, id))))
                .statusCode();
    }

    private static HttpResponse<String> read(String id, String credentials) throws Exception {
        return send(request("/proxy/api/query/engage?project_id=7&distinct_id=" + id)
                .header("Authorization", basic(credentials)));
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void prefixAndRoutes_areWhereTheApiIs() throws Exception {
        assertThat(uri.getPath()).isEqualTo("/proxy");
        assertThat(engage("shop", "u1")).isEqualTo(200);
        assertThat(send(request("/proxy/e").POST(BodyPublishers.ofString(record("shop", "u1"))))
                        .body())
                .isEqualTo("1");
        assertThat(send(request("/proxy/t")
                                .POST(BodyPublishers.ofString("{\"event\":\"e\",\"properties\":{\"token\":\"shop\"}}")))
                        .body())
                .isEqualTo("1");
        assertThat(send(request("/engage").POST(BodyPublishers.ofString(record("shop", "u1"))))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void token_ofAnotherProject_isAnsweredLoudly() throws Exception {
        assertThat(engage("other", "u1")).isEqualTo(401);
    }

    @Test
    void strict_idOfNobody_isAnsweredLoudly() throws Exception {
        assertThat(engage("shop", "undefined")).isEqualTo(400);
    }

    @Test
    void gzip_ofAProfile_isRefused() throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
            gzip.write(record("shop", "u1").getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> answer =
                send(request("/proxy/engage").POST(BodyPublishers.ofByteArray(body.toByteArray())));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("gzip is not accepted here");
    }

    @Test
    void allowHost_name_isAnsweredTo() throws Exception {
        assertThat(settings("double.test")).startsWith("HTTP/1.1 200 ");
        assertThat(settings("other.test")).startsWith("HTTP/1.1 403 ");
    }

    private static String settings(String host) throws Exception {
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(PATIENCE_SECONDS * 1_000);
            String request = "GET /proxy/settings HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @Test
    void projectAndCredentials_readIt() throws Exception {
        assertThat(engage("shop", "reading")).isEqualTo(200);

        assertThat(read("reading", "reader:p:w").body()).contains("\"plan\":\"pro\"");
        assertThat(read("reading", "not:this").statusCode()).isEqualTo(401);
    }

    /** Without them, what the settings show would be answered with 401. */
    @Test
    void credentials_demanded_areInTheSettings() throws Exception {
        assertThat(serve.lineWith("  read "))
                .isEqualTo("  read     curl -u USER:PASSWORD '" + uri + "/api/query/engage?token=shop&distinct_id=u1'");
    }

    /** As some editors save it. */
    @Test
    void credentials_afterAByteOrderMark_openTheReadSide() throws Exception {
        EngageDoubleBuilder builder = EngageDouble.builder();
        Credentials.demand(builder, file("marked", "\u00ef\u00bb\u00bfreader:p:w\r\n"));
        try (EngageDouble engage = builder.start()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(engage.uri().resolve("/api/query/engage?token=shop"));

            assertThat(send(request.copy()).statusCode()).isEqualTo(401);
            assertThat(send(request.header("Authorization", basic("reader:p:w")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** On a port in use, so that a server that finds nothing wrong ends, too. */
    @ParameterizedTest
    @ValueSource(strings = {"--credentials-file", "--tls-keystore=none --tls-password-file"})
    void secret_notInUtf8_isRefusedWithTheNameOfItsFile(String options) throws Exception {
        Path secret = file("latin", "reader:p\u00e4ssword\n");
        List<String> arguments = new ArrayList<>(List.of("serve", "--port=" + uri.getPort()));
        arguments.addAll(List.of((options + "=").split(" ")));
        arguments.set(arguments.size() - 1, arguments.get(arguments.size() - 1) + secret);

        ToolRun run = ToolRun.of(arguments.toArray());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("profile-engine: " + secret + ": is not UTF-8 text\n");
    }

    /** Otherwise one of the two would be ignored without a word. */
    @ParameterizedTest
    @CsvSource({
        "--route=/e=engage --route=/ee=engage --route=/e=groups,--route: /e is given more than once",
        "--project=1=a --project=2=1=b --project=1=b,--project: 1 is given more than once",
    })
    void key_givenTwice_isRefused(String options, String problem) {
        String arguments = "serve --port=" + uri.getPort() + " " + options;

        ToolRun run = ToolRun.of((Object[]) arguments.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("profile-engine: " + problem + "\n");
    }

    @Test
    void location_ofTheForwardedAddress_isFoundWithoutIp() throws Exception {
        send(request("/proxy/engage")
                .header("X-Forwarded-For", "192.0.2.7")
                .POST(BodyPublishers.ofString(record("shop", "located"))));

        assertThat(read("located", "reader:p:w").body()).contains("\"$city\":\"Lisbon\"");
    }

    @Test
    void faults_ofThePlan_strike() throws Exception {
        assertThat(engage("struck", "u1")).isEqualTo(418);
    }
}
