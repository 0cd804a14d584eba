package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.tls.ServerCertificate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SdkSettingsTest {
    /** Each of its characters means something to a shell, to JSON, to a URL or to a programming language. */
    private static final String TOKEN = "it's & co\"\\";

    @TempDir
    private Path folder;

    private static List<String> printed(EngageDouble engage, String token, @Nullable Path pem) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SdkSettings(engage, List.of(token), pem == null ? null : pem.toString(), false)
                .print(OutputFile.standard(out));
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String command(List<String> settings, String begin) {
        return settings.stream()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow()
                .substring(begin.length());
    }

    @Test
    void print_oddToken_isQuotedAsEachLanguageDoes() throws Exception {
        try (EngageDouble engage = EngageDouble.start()) {
            String uri = engage.uri().toString();

            assertThat(printed(engage, TOKEN, null))
                    .contains("  write    curl '" + uri + "/engage?verbose=1' --data-urlencode "
                            + "'data={\"$token\":\"it'\\''s & co\\\"\\\\\",\"$distinct_id\":\"u1\","
                            + "\"$set\":{\"plan\":\"pro\"}}'")
                    .contains("  read     curl '" + uri + "/api/query/engage?token=it%27s+%26+co%22%5C&distinct_id=u1'")
                    .contains("  Browser  mixpanel.init('it\\'s & co\"\\\\', { api_host: '" + uri + "' })")
                    .contains("  Go       mixpanel.NewApiClient(\"it's & co\\\"\\\\\", mixpanel.ProxyApiLocation(\""
                            + uri + "\"))");
        }
    }

    @Test
    void print_usualTokenAndFile_areAsTheyWereGiven() throws Exception {
        try (EngageDouble engage = serving("double.test")) {
            String uri = engage.uri().toString();

            assertThat(printed(engage, "shop", Path.of("keys/double.pem")))
                    .contains("  write    curl --cacert keys/double.pem '" + uri + "/engage?verbose=1'"
                            + " --data-urlencode "
                            + "'data={\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"plan\":\"pro\"}}'")
                    .contains("  read     curl --cacert keys/double.pem '" + uri
                            + "/api/query/engage?token=shop&distinct_id=u1'");
        }
    }

    @Test
    void print_pastedIntoAShell_writesAndReads() throws Exception {
        assumeTrue(hasBashAndCurl(), "no bash or no curl: only the text was compared");
        Path pem = Files.createDirectory(folder.resolve("it's mine")).resolve("double.pem");
        try (EngageDouble engage = serving("127.0.0.1")) {
            Files.writeString(pem, engage.certificate().orElseThrow().pem());
            List<String> settings = printed(engage, TOKEN, pem);

            assertThat(bash(command(settings, "  write    "))).contains("\"status\":1");
            assertThat(engage.profile(TOKEN, "u1").get("plan")).isEqualTo("pro");
            assertThat(bash(command(settings, "  read     "))).contains("\"plan\":\"pro\"");
        }
    }

    private static EngageDouble serving(String name) throws IOException {
        return EngageDouble.builder()
                .certificate(ServerCertificate.selfSigned(Instant.now(), List.of(name)))
                .tokens(List.of(TOKEN))
                .start();
    }

    private boolean hasBashAndCurl() throws Exception {
        try {
            return !bash("command -v curl").isEmpty();
        } catch (IOException noBash) {
            return false;
        }
    }

    /** What a command prints. No proxy may stand between it and the double. */
    private String bash(String command) throws Exception {
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", command)
                .redirectOutput(said.toFile())
                .redirectError(Redirect.DISCARD);
        builder.environment().put("no_proxy", "*");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }
}
