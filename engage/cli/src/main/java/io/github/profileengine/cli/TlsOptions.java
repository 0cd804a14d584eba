package io.github.profileengine.cli;

import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import io.github.profileengine.testdouble.tls.ServerCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options for serving HTTPS. */
final class TlsOptions {

    static final String PEM = "--tls-pem";
    private static final String KEY_STORE = "--tls-keystore";
    private static final String PASSWORD_FILE = "--tls-password-file";

    /**
     * The host names of the API, which a test may have to redirect, and the address of this machine in an Android
     * emulator.
     */
    private static final List<String> OTHER_NAMES = List.of(
            "api.mixpanel.com", "api-eu.mixpanel.com", "api-in.mixpanel.com", "api-js.mixpanel.com", "10.0.2.2");

    @Option(names = "--tls", description = "Serve HTTPS, with a certificate made for this run unless one is given.")
    private boolean tls;

    @Option(
            names = KEY_STORE,
            paramLabel = "FILE",
            description = "Serve HTTPS with the key and certificate of this key store (PKCS#12 or JKS).")
    private @Nullable Path keyStore;

    @Option(
            names = PASSWORD_FILE,
            paramLabel = "FILE",
            description = "The first line of this file is the password of the key store (default: no password).")
    private @Nullable Path passwordFile;

    @Option(
            names = PEM,
            paramLabel = "FILE",
            description = "Write the certificate that clients must trust to this file.")
    private @Nullable String pem;

    /** Whether HTTPS was requested. */
    boolean isOn() {
        return tls || keyStore != null;
    }

    /** The file to which to write the certificate that clients must trust; null if none was requested. */
    @Nullable
    String pem() {
        return pem;
    }

    /** The files that these options read. */
    Stream<String> inputs() {
        return Stream.of(keyStore, passwordFile).filter(Objects::nonNull).map(Path::toString);
    }

    void applyTo(CommandSpec command, EngageDoubleBuilder builder, String host, List<String> allowedHosts)
            throws UnusableFileException {
        if (passwordFile != null && keyStore == null) {
            throw new ParameterException(command.commandLine(), PASSWORD_FILE + " needs " + KEY_STORE);
        }
        if (!isOn()) {
            if (pem != null) {
                throw new ParameterException(command.commandLine(), PEM + " needs --tls or " + KEY_STORE);
            }
            return;
        }
        builder.certificate(keyStore == null ? selfSigned(command, host, allowedHosts) : fromKeyStore(keyStore));
    }

    /**
     * Writes the certificate that clients of a double must trust to an output; null if none was requested. Only a
     * double that serves is asked for it: one that cannot start must not break the clients of the one that does.
     */
    static void writePem(EngageDouble engage, @Nullable OutputFile output) throws UnusableFileException {
        if (output != null) {
            String pem = engage.certificate().orElseThrow().pem();
            try {
                output.stream().write(pem.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException problem) {
                throw new UnusableFileException(output.name(), problem);
            }
            output.commit();
        }
    }

    /** Creates a certificate for every name by which clients of this run may know the server. */
    private static ServerCertificate selfSigned(CommandSpec command, String host, List<String> allowedHosts) {
        List<String> names = new ArrayList<>(OTHER_NAMES);
        // An IPv6 address may have brackets, as in a URI.
        names.add(host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host);
        names.addAll(allowedHosts);
        try {
            return ServerCertificate.selfSigned(Instant.now(), names);
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(command.commandLine(), String.valueOf(problem.getMessage()), problem);
        }
    }

    private ServerCertificate fromKeyStore(Path store) throws UnusableFileException {
        Path read = store;
        try {
            char[] password = new char[0];
            if (passwordFile != null) {
                read = passwordFile;
                password = FirstLine.of(passwordFile).toCharArray();
                read = store;
            }
            return ServerCertificate.fromKeyStore(store, password);
        } catch (IOException problem) {
            throw new UnusableFileException(read.toString(), problem);
        }
    }
}
