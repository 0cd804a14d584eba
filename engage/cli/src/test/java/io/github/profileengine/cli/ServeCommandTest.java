package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The timeout interrupts a server that starts although it should refuse to, and waits for a signal in this process. */
@Timeout(120)
class ServeCommandTest {
    private static final String UPDATE = "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"plan\":\"pro\"}}";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void serve_toldToStop_savesRemovesPortFileAndEndsWithZero(String signal) throws Exception {
        assumeFalse(signal.equals("INT") && ServeProcess.wouldIgnoreInterrupts(), "started with SIGINT ignored");
        Path portFile = folder.resolve("port.txt");
        Path state = folder.resolve("state.ndjson");
        try (ServeProcess serve = ServeProcess.start(
                "--port", "0", "--port-file", portFile.toString(), "--save", state.toString(), "--no-automatic")) {
            URI uri = serve.uri();
            assertThat(portFile).hasContent(uri.getPort() + "\n");
            assertThat(ServeProcess.post(HttpClient.newHttpClient(), uri.resolve("/engage"), UPDATE))
                    .isEqualTo("1");
            serve.signal(signal);

            assertThat(serve.exitCode()).isZero();
            assertThat(serve.errors()).isEmpty();
            assertThat(portFile).doesNotExist();
            assertThat(Files.readAllLines(state))
                    .contains("{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$properties\":{\"plan\":\"pro\"}}");
        }
    }

    @Test
    void serve_loadedState_isThere() throws Exception {
        Path updates = Files.writeString(folder.resolve("updates.ndjson"), UPDATE);
        Path state = folder.resolve("state.ndjson.gz");
        assertThat(ToolRun.of("apply", "--save", state.toString(), updates.toString())
                        .code())
                .isZero();
        try (ServeProcess serve = ServeProcess.start("--port", "0", "--load", state.toString())) {
            URI uri = serve.uri();
            URI read = uri.resolve("/api/query/engage?distinct_id=u1");

            assertThat(ServeProcess.post(HttpClient.newHttpClient(), read, "")).contains("\"plan\":\"pro\"");
            assertThat(serve.lineWith("  read ")).startsWith("  read     curl '" + uri + "/api/query/engage");
        }
    }

    @Test
    void serve_journalBound_keepsTheLatestRequests() throws Exception {
        try (ServeProcess serve = ServeProcess.start("--port", "0", "--journal-requests", "2")) {
            URI uri = serve.uri();
            HttpClient client = HttpClient.newHttpClient();
            for (int sent = 0; sent < 3; sent++) {
                ServeProcess.post(client, uri.resolve("/engage"), UPDATE);
            }
            HttpRequest health =
                    HttpRequest.newBuilder(uri.resolve("/__double/health")).build();

            assertThat(client.send(health, BodyHandlers.ofString()).body())
                    .contains("\"dropped\":1,\"forgotten\":0,\"kept\":2");
        }
    }

    @Test
    void serve_tls_isTrustedByItsPem() throws Exception {
        Path pem = folder.resolve("double.pem");
        try (ServeProcess serve = ServeProcess.start("--port", "0", "--tls", "--tls-pem", pem.toString())) {
            URI uri = serve.uri();

            assertThat(uri.getScheme()).isEqualTo("https");
            assertThat(ServeProcess.post(trusting(pem), uri.resolve("/engage"), UPDATE))
                    .isEqualTo("1");
        }
    }

    private static HttpClient trusting(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "double",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    @Test
    void serve_busyPort_endsWithTwoAndSaysSo() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ToolRun run = ToolRun.of("serve", "--port", Integer.toString(busy.getLocalPort()));

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("profile-engine: serve: cannot listen at 127.0.0.1 port " + busy.getLocalPort() + ": ")
                    .contains("; if the port is taken, port 0 picks a free one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--load", "--geoip-db", "--faults", "--tls-keystore", "--credentials-file"})
    void serve_missingFile_endsWithTwoAndNamesIt(String option) {
        ToolRun run = ToolRun.of(
                "serve", "--port", "0", option, folder.resolve("gone").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("gone: no such file or folder");
    }

    /** On a port in use, so that a server that finds nothing wrong ends, too. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--credentials-file|password|its first line is not USER:PASSWORD",
                "--credentials-file|:password|its first line is not USER:PASSWORD",
                "--faults|{\"rules\":[{\"kind\":\"rain\"}]}|not a valid plan of faults: rules[0].kind, ",
            })
    void serve_fileOfOtherContent_endsWithTwoAndSaysSo(String option, String content, String problem) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), content);
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ToolRun run = ToolRun.of("serve", "--port", busy.getLocalPort(), option, file);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).startsWith("profile-engine: " + file + ": " + problem);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port=70000",
                "--prefix=proxy/",
                "--now=yesterday",
                "--project=7",
                "--project=7=",
                "--project==shop",
                "--allow-host=http://double",
                "--allow-host=double:80",
                "--what",
                "--token=",
                "--host=",
                "--journal-requests=0",
                "--journal-bytes=-1",
                "--tls-pem=x.pem",
                "--tls --tls-password-file=x"
            })
    void serve_badArgument_endsWithTwo(String argument) {
        ToolRun run = ToolRun.of("serve", (Object[]) argument.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Try 'profile-engine serve --help'.");
    }

    /** With a port that there is not, so that a server which finds nothing wrong ends too. */
    @ParameterizedTest
    @ValueSource(strings = {"--max-line-bytes", "--max-inflated-bytes"})
    void serve_boundOfAStateWithoutOne_endsWithTwo(String option) {
        ToolRun run = ToolRun.of("serve", "--port", "70000", option, "1000");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("profile-engine: " + option + " needs --load\n");
    }

    @Test
    void serve_openAndDemo_startsTheBrowserAndSendsTraffic() throws Exception {
        Path shown = folder.resolve("shown.txt");
        // Moved there, so that the test sees the file only when it is whole.
        Path browser = Files.writeString(
                folder.resolve("browser.sh"),
                "#!/bin/sh\necho \"$1\" > '" + shown + ".part' && mv '" + shown + ".part' '" + shown + "'\n");
        assertThat(browser.toFile().setExecutable(true)).isTrue();
        try (ServeProcess serve =
                ServeProcess.start(Map.of("BROWSER", browser.toString()), "--port", "0", "--open", "--demo")) {
            URI uri = serve.uri();
            URI events = uri.resolve("/__double/events");
            HttpRequest request = HttpRequest.newBuilder(events).build();

            assertThat(ServeProcess.inTime(() -> HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofLines())
                            .body()
                            .anyMatch(line -> line.startsWith("data:") && line.contains("\"verdict\":\"applied\""))))
                    .isTrue();
            awaitFile(shown);
            assertThat(shown).hasContent(uri.resolve("/__double/") + "\n");
            serve.signal("TERM");
            assertThat(serve.exitCode()).isZero();
        }
    }

    private static void awaitFile(Path file) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void serve_browserThatFails_saysWhereThePageIs() throws Exception {
        try (ServeProcess serve = ServeProcess.start(Map.of("BROWSER", "false"), "--port", "0", "--open")) {
            URI uri = serve.uri();
            assertThat(serve.errorLine())
                    .isEqualTo("profile-engine: no browser could be started; the inspector is at "
                            + uri.resolve("/__double/"));
            serve.signal("TERM");
            assertThat(serve.exitCode()).isZero();
        }
    }

    @Test
    void serve_demoOverTls_isRefused() throws Exception {
        try (ServeProcess serve = ServeProcess.start("--port", "0", "--tls", "--demo")) {
            assertThat(serve.errors()).contains("--demo sends plain HTTP, so not with --tls");
            assertThat(serve.exitCode()).isEqualTo(2);
        }
    }

    /** Output for people must not get into a state. */
    @Test
    void serve_twoOutputsInOnePlace_endsWithTwo() {
        ToolRun settings = ToolRun.of("serve", "--port", "0", "--save", "-");
        assertThat(settings.code()).isEqualTo(2);
        assertThat(settings.err())
                .contains("--save and the settings, which --quiet leaves out, go to the same place: -");
        String file = folder.resolve("file").toString();
        ToolRun same = ToolRun.of("serve", "--port", "0", "--save", file, "--port-file", file);
        assertThat(same.code()).isEqualTo(2);
        assertThat(same.err()).contains("--save and --port-file go to the same place: " + file);
    }

    /** A state must not be lost because of a file that is less important. */
    @Test
    void serve_portFileThatCannotBeRemoved_savesFirst() throws Exception {
        Path below = Files.createDirectory(folder.resolve("below"));
        Path portFile = below.resolve("port.txt");
        Path state = folder.resolve("state.ndjson");
        try (ServeProcess serve =
                ServeProcess.start("--port", "0", "--port-file", portFile.toString(), "--save", state.toString())) {
            serve.uri();
            // In its place something that cannot be removed like a file.
            Files.delete(portFile);
            Files.writeString(Files.createDirectory(portFile).resolve("x"), "");
            serve.signal("TERM");

            assertThat(serve.exitCode()).isEqualTo(2);
            assertThat(serve.errors()).contains("port.txt");
            assertThat(state).exists();
            assertThat(folder).isDirectoryNotContaining("glob:**.part");
        }
    }

    @Test
    void serve_outputOverWhatItReads_endsWithTwo() throws Exception {
        String state = Files.writeString(folder.resolve("state.ndjson"), "kept").toString();
        ToolRun port = ToolRun.of("serve", "--port", "0", "--load", state, "--port-file", state);
        assertThat(port.code()).isEqualTo(2);
        assertThat(port.err()).contains("--port-file would replace what is read: " + state);
        ToolRun saved = ToolRun.of("serve", "--port", "0", "--faults", state, "--save", state);
        assertThat(saved.code()).isEqualTo(2);
        assertThat(saved.err()).contains("--save would replace what is read: " + state);
        assertThat(folder.resolve("state.ndjson")).hasContent("kept");
    }

    @Test
    void serve_tlsAtAnAddressAsInAUri_serves() throws Exception {
        try (ServeProcess serve = ServeProcess.start("--port", "0", "--tls", "--host", "[127.0.0.1]")) {
            assertThat(serve.uri().getScheme()).isEqualTo("https");
        }
    }
}
