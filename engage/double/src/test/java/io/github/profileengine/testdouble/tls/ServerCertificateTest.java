package io.github.profileengine.testdouble.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCertificateTest {
    // Handshakes judge by the real clock.
    private static final ServerCertificate CERTIFICATE = ServerCertificate.selfSigned(
            Instant.now(),
            List.of("engage.test", "*.double.test", "192.0.2.7", "2001:db8::7", "bücher.test", "my_double"));

    private static Set<Object> names(ServerCertificate certificate) throws Exception {
        return certificate.certificate().getSubjectAlternativeNames().stream()
                .map(name -> name.get(1))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, TLSv1.3",
        "127.0.0.1, TLSv1.3",
        "::1, TLSv1.3",
        "engage.test, TLSv1.3",
        "ENGAGE.test, TLSv1.2",
        "eu.double.test, TLSv1.3",
        "192.0.2.7, TLSv1.2",
        "2001:db8:0::7, TLSv1.3",
        "xn--bcher-kva.test, TLSv1.3"
    })
    void sslContext_clientThatTrustsThePem_isServed(String host, String protocol) throws Exception {
        SSLSession session = Handshake.between(CERTIFICATE, Handshake.trusting(CERTIFICATE.pem()), host, protocol);
        assertThat(session.getProtocol()).isEqualTo(protocol);
        assertThat(session.getPeerCertificates()).containsExactly(CERTIFICATE.certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.test", "double.test", "a.b.double.test", "192.0.2.8", "127.0.0.2", "2001:db8::8"})
    void sslContext_clientThatCallsAnotherHost_refuses(String host) throws Exception {
        SSLContext client = Handshake.trusting(CERTIFICATE.pem());
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> Handshake.between(CERTIFICATE, client, host, "TLSv1.3"))
                .withMessageContaining(host.contains(":") ? "" : host);
    }

    @Test
    void sslContext_clientWithDefaultTrust_refuses() {
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> Handshake.between(CERTIFICATE, SSLContext.getDefault(), "localhost", "TLSv1.3"));
    }

    @Test
    void sslContext_clientThatTrustsAnotherDouble_refuses() throws Exception {
        ServerCertificate other = ServerCertificate.selfSigned(Instant.now(), List.of());
        SSLContext client = Handshake.trusting(other.pem());
        assertThatExceptionOfType(SSLHandshakeException.class)
                .isThrownBy(() -> Handshake.between(CERTIFICATE, client, "localhost", "TLSv1.3"));
    }

    @Test
    void sslContext_clientThatTrustsManyDoubles_isServedByEach() throws Exception {
        ServerCertificate other = ServerCertificate.selfSigned(Instant.now(), List.of());
        SSLContext client = Handshake.trusting(other.pem() + CERTIFICATE.pem());
        for (ServerCertificate each : List.of(CERTIFICATE, other)) {
            assertThat(Handshake.between(each, client, "localhost", "TLSv1.3").getPeerCertificates())
                    .containsExactly(each.certificate());
        }
    }

    @Test
    void sslContext_httpsServer_answersHttpClient() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(CERTIFICATE.sslContext()));
        server.createContext("/track", exchange -> {
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('1');
            exchange.close();
        });
        server.start();
        try {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(Handshake.trusting(CERTIFICATE.pem()))
                    .build();
            URI uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/track");
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("1");
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void sslContext_always_isTheSame() {
        assertThat(CERTIFICATE.sslContext()).isSameAs(CERTIFICATE.sslContext());
    }

    @Test
    void certificate_selfSigned_isAnAuthorityThatServes() throws Exception {
        X509Certificate certificate = CERTIFICATE.certificate();
        certificate.verify(certificate.getPublicKey());
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getKeyUsage())
                .containsExactly(true, false, false, false, false, true, false, false, false);
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
    }

    @Test
    void certificate_selfSigned_speaksForGivenAndLoopbackNames() throws Exception {
        assertThat(names(CERTIFICATE))
                .containsExactlyInAnyOrder(
                        "localhost",
                        "127.0.0.1",
                        "0:0:0:0:0:0:0:1",
                        "engage.test",
                        "*.double.test",
                        "192.0.2.7",
                        "2001:db8:0:0:0:0:0:7",
                        "xn--bcher-kva.test",
                        "my_double");
    }

    @Test
    void certificate_loopbackNameGivenToo_holdsItOnce() throws Exception {
        ServerCertificate certificate = ServerCertificate.selfSigned(Instant.now(), List.of("localhost", "127.0.0.1"));
        assertThat(certificate.certificate().getSubjectAlternativeNames()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-04T12:00:01.9Z, 2026-05-03T12:00:01Z, 2028-08-05T12:00:01Z",
        "2028-02-29T00:00:00Z, 2028-02-28T00:00:00Z, 2030-06-02T00:00:00Z",
        "2047-10-01T00:00:00Z, 2047-09-30T00:00:00Z, 2050-01-02T00:00:00Z",
        "2051-01-01T00:00:00Z, 2050-12-31T00:00:00Z, 2053-04-04T00:00:00Z"
    })
    void certificate_selfSigned_isValidFromADayBeforeTo824DaysAfter(Instant now, Instant from, Instant to) {
        X509Certificate certificate =
                ServerCertificate.selfSigned(now, List.of()).certificate();
        assertThat(certificate.getNotBefore()).isEqualTo(Date.from(from));
        assertThat(certificate.getNotAfter()).isEqualTo(Date.from(to));
    }

    @Test
    void certificate_twoOfOneMoment_differInNumberAndKey() {
        Instant now = Instant.now();
        X509Certificate one = ServerCertificate.selfSigned(now, List.of()).certificate();
        X509Certificate other = ServerCertificate.selfSigned(now, List.of()).certificate();
        assertThat(one.getSerialNumber()).isPositive().isNotEqualTo(other.getSerialNumber());
        assertThat(one.getPublicKey()).isNotEqualTo(other.getPublicKey());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a..b",
                ".test",
                "test.",
                "-a.test",
                "a-.test",
                "http://engage.test",
                "engage.test:443",
                "[::1]",
                "::1%lo",
                "256.0.0.1",
                "1.2.3",
                "*",
                "a.*.test",
                "*a.test",
                "a\nb",
                "%"
            })
    void selfSigned_neitherHostNorAddress_isRefused(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerCertificate.selfSigned(Instant.now(), List.of(host)))
                .withMessage("neither a host name nor an address: " + host);
    }

    @Test
    void selfSigned_hostAtTheBoundOfLength_isTaken() throws Exception {
        String label = "a".repeat(63);
        String longest = label + "." + label + "." + label + "." + "a".repeat(61);
        assertThat(names(ServerCertificate.selfSigned(Instant.now(), List.of(longest))))
                .contains(longest);
        for (String over : List.of(longest + "a", label + "a.test")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ServerCertificate.selfSigned(Instant.now(), List.of(over)));
        }
    }

    @Test
    void pem_readBack_isTheCertificate() throws Exception {
        Certificate read = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(CERTIFICATE.pem().getBytes(StandardCharsets.US_ASCII)));
        assertThat(read).isEqualTo(CERTIFICATE.certificate());
        assertThat(CERTIFICATE.pem())
                .matches("-----BEGIN CERTIFICATE-----\n([A-Za-z0-9+/=]{1,64}\n)+-----END CERTIFICATE-----\n");
    }

    @Test
    void pem_strictOpenssl_verifies(@TempDir Path folder) throws Exception {
        Path pem = Files.writeString(folder.resolve("double.pem"), CERTIFICATE.pem());
        Process openssl;
        try {
            openssl = new ProcessBuilder(
                            "openssl",
                            "verify",
                            "-x509_strict",
                            "-purpose",
                            "sslserver",
                            "-verify_hostname",
                            "engage.test",
                            "-CAfile",
                            pem.toString(),
                            pem.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "no openssl here");
            return;
        }
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.waitFor()).as(said).isZero();
        assertThat(said).endsWith(": OK\n");
    }
}
