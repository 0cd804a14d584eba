package io.github.profileengine.testdouble.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreFileTest {
    private static final char[] PASSWORD = "secret of a test".toCharArray();
    private static final char[] OTHER_PASSWORD = "another secret".toCharArray();

    @TempDir
    Path folder;

    private final KeyPair keys;
    private final X509Certificate certificate;

    KeyStoreFileTest() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        keys = generator.generateKeyPair();
        certificate = SelfSigner.certificate(keys, SubjectNames.encoded(List.of()), Instant.now(), new SecureRandom());
    }

    private Path file() {
        return folder.resolve("keys.store");
    }

    private static KeyStore empty(String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        return store;
    }

    private KeyStore withKey(KeyStore store, String alias, char[] password) throws Exception {
        store.setKeyEntry(alias, keys.getPrivate(), password, new X509Certificate[] {certificate});
        return store;
    }

    private Path stored(KeyStore store) throws Exception {
        try (OutputStream out = Files.newOutputStream(file())) {
            store.store(out, PASSWORD);
        }
        return file();
    }

    private void assertRefused(String problem) {
        assertThatIOException()
                .isThrownBy(() -> ServerCertificate.fromKeyStore(file(), PASSWORD))
                .withMessage(file() + ": " + problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void fromKeyStore_oneKey_serves(String type) throws Exception {
        KeyStore store = withKey(empty(type), "server", PASSWORD);
        store.setCertificateEntry("trusted", certificate);
        ServerCertificate server = ServerCertificate.fromKeyStore(stored(store), PASSWORD);
        assertThat(server.certificate()).isEqualTo(certificate);
        assertThat(Handshake.between(server, Handshake.trusting(server.pem()), "localhost", "TLSv1.3")
                        .getPeerCertificates())
                .containsExactly(certificate);
    }

    @Test
    void fromKeyStore_rsaKeyOfKeytool_serves() throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-alias",
                        "rsa",
                        "-keystore",
                        file().toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.getInputStream().readAllBytes()).isNotNull();
        assertThat(keytool.waitFor()).isZero();
        ServerCertificate server = ServerCertificate.fromKeyStore(file(), PASSWORD);
        assertThat(server.certificate().getPublicKey().getAlgorithm()).isEqualTo("RSA");
        assertThat(Handshake.between(server, Handshake.trusting(server.pem()), "localhost", "TLSv1.2")
                        .getCipherSuite())
                .contains("RSA");
    }

    @Test
    void fromKeyStore_callerWipesThePassword_stillServes() throws Exception {
        stored(withKey(empty("PKCS12"), "server", PASSWORD));
        char[] wiped = PASSWORD.clone();
        ServerCertificate server = ServerCertificate.fromKeyStore(file(), wiped);
        Arrays.fill(wiped, ' ');
        assertThat(Handshake.between(server, Handshake.trusting(server.pem()), "localhost", "TLSv1.3")
                        .isValid())
                .isTrue();
    }

    @Test
    void fromKeyStore_missingFile_isRefused() {
        assertRefused("no such file");
    }

    @Test
    void fromKeyStore_folder_isRefused() throws Exception {
        Files.createDirectory(file());
        assertRefused("not a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-----BEGIN CERTIFICATE-----\n"})
    void fromKeyStore_otherContent_isRefused(String content) throws Exception {
        Files.writeString(file(), content);
        assertRefused("not a key store (PKCS12 or JKS)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void fromKeyStore_wrongPassword_isRefused(String type) throws Exception {
        stored(withKey(empty(type), "server", PASSWORD));
        assertThatIOException()
                .isThrownBy(() -> ServerCertificate.fromKeyStore(file(), OTHER_PASSWORD))
                .withMessage(file() + ": wrong or missing password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void fromKeyStore_cutFile_isRefused(String type) throws Exception {
        byte[] whole = Files.readAllBytes(stored(withKey(empty(type), "server", PASSWORD)));
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertRefused("a damaged key store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void fromKeyStore_keyWithPasswordOfItsOwn_isRefused(String type) throws Exception {
        stored(withKey(empty(type), "server", OTHER_PASSWORD));
        assertRefused("the password opens the key store but not its private key");
    }

    @Test
    void fromKeyStore_certificatesOnly_isRefused() throws Exception {
        KeyStore store = empty("PKCS12");
        store.setCertificateEntry("trusted", certificate);
        stored(store);
        assertRefused("no private key in it");
    }

    @Test
    void fromKeyStore_manyKeys_namesThem() throws Exception {
        stored(withKey(withKey(empty("JKS"), "one", PASSWORD), "two", PASSWORD));
        assertThatIOException()
                .isThrownBy(() -> ServerCertificate.fromKeyStore(file(), PASSWORD))
                .withMessageStartingWith(file() + ": one private key is needed, but it holds those of ")
                .withMessageContaining("one")
                .withMessageContaining("two");
    }
}
