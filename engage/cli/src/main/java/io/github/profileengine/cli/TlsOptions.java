package io.github.profileengine.cli;

import io.github.profileengine.testdouble.EngageDoubleBuilder;
import io.github.profileengine.testdouble.tls.ServerCertificate;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How HTTPS is served, as options. */
final class TlsOptions {

    private static final String PEM = "--tls-pem";

    @Option(names = "--tls", description = "Serve HTTPS, with a certificate made for this run unless one is given.")
    private boolean tls;

    @Option(
            names = "--tls-keystore",
            paramLabel = "FILE",
            description = "Serve HTTPS with the key and certificate of this key store (PKCS#12 or JKS).")
    private @Nullable Path keyStore;

    @Option(
            names = "--tls-password-file",
            paramLabel = "FILE",
            description = "The first line of this file opens the key store; without it no password does.")
    private @Nullable Path passwordFile;

    @Option(
            names = PEM,
            paramLabel = "FILE",
            description = "Write the certificate that clients must trust to this file.")
    private @Nullable String pem;

    /** Whether HTTPS is asked for. */
    boolean isOn() {
        return tls || keyStore != null;
    }

    void applyTo(EngageDoubleBuilder builder, String host) throws UnusableFileException {
        if (!isOn()) {
            return;
        }
        ServerCertificate certificate =
                keyStore == null ? ServerCertificate.selfSigned(Instant.now(), List.of(host)) : fromKeyStore(keyStore);
        builder.certificate(certificate);
        if (pem != null) {
            try (OutputFile output = OutputFile.open(pem, OutputStream.nullOutputStream())) {
                output.stream().write(certificate.pem().getBytes(StandardCharsets.US_ASCII));
                output.commit();
            } catch (IOException problem) {
                throw new UnusableFileException(pem, problem);
            }
        }
    }

    private ServerCertificate fromKeyStore(Path store) throws UnusableFileException {
        Path read = store;
        try {
            char[] password = new char[0];
            if (passwordFile != null) {
                read = passwordFile;
                password = Files.readString(passwordFile)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .toCharArray();
                read = store;
            }
            return ServerCertificate.fromKeyStore(store, password);
        } catch (IOException problem) {
            throw new UnusableFileException(read.toString(), problem);
        }
    }
}
