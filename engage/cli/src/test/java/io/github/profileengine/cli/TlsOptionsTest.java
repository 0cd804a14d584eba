package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class TlsOptionsTest {
    private static final String PASSWORD = "secret of a test";

    @TempDir
    private Path folder;

    @Test
    void applyTo_keyStoreAndPassword_servesWithItsCertificate() throws Exception {
        Path store = keyStore();
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\nnot this\n");
        EngageDoubleBuilder builder = EngageDouble.builder();

        apply(builder, "--tls-keystore", store.toString(), "--tls-password-file", password.toString());

        try (EngageDouble engage = builder.start()) {
            assertThat(engage.uri()).hasScheme("https");
            assertThat(engage.certificate().orElseThrow().certificate().getSubjectX500Principal())
                    .hasToString("CN=double.test");
        }
        assertThatThrownBy(() -> apply(EngageDouble.builder(), "--tls-keystore", store.toString()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("wrong or missing password");
    }

    /** As some editors save it. */
    @Test
    void applyTo_passwordAfterAByteOrderMark_opensTheKeyStore() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "\uFEFF" + PASSWORD + "\r\n");
        EngageDoubleBuilder builder = EngageDouble.builder();

        apply(builder, "--tls-keystore", keyStore().toString(), "--tls-password-file", password.toString());

        try (EngageDouble engage = builder.start()) {
            assertThat(engage.uri()).hasScheme("https");
        }
    }

    private static void apply(EngageDoubleBuilder builder, String... options) throws UnusableFileException {
        CommandLine.populateCommand(new TlsOptions(), options)
                .applyTo(CommandSpec.create(), builder, "127.0.0.1", List.of());
    }

    private Path keyStore() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=double.test",
                        "-alias",
                        "server",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return store;
    }
}
