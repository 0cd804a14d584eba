package io.github.profileengine.testdouble.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * A private key, and the certificate with which a server proves that it holds the key. Immutable, so any thread and any
 * number of servers may use it.
 *
 * <p>A generated key is on the curve P-256. It is made quickly, whereas an RSA key can take a second, and every client
 * that speaks TLS 1.2 accepts it. To serve older clients, use a key store with an RSA key.
 */
public final class ServerCertificate {
    private final X509Certificate certificate;
    private final String pem;
    private final SSLContext context;

    private ServerCertificate(PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException, IOException {
        this.certificate = chain.get(0);
        this.pem = pem(chain);
        this.context = context(key, chain);
    }

    /**
     * Creates a new key and a certificate signed with it, valid from a day before {@code now} to 824 days after it. The
     * certificate covers the given host names ({@code *.example} too) and addresses, and always {@code localhost},
     * {@code 127.0.0.1} and {@code ::1}. It is its own authority, so it can be put into trust stores.
     *
     * @param now the time as clients know it, even if the double has a virtual clock
     * @throws IllegalArgumentException if one is neither a host name nor an address
     */
    public static ServerCertificate selfSigned(Instant now, Collection<String> hostsAndAddresses) {
        byte[] names = SubjectNames.encoded(hostsAndAddresses);
        try {
            SecureRandom random = new SecureRandom();
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair keys = generator.generateKeyPair();
            return new ServerCertificate(keys.getPrivate(), List.of(SelfSigner.certificate(keys, names, now, random)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this JDK lacks what TLS needs", e);
        }
    }

    /**
     * Reads the private key and its certificates from a key store in PKCS12 or JKS form. The key must have the same
     * password as the store, and be the only one in it.
     *
     * @throws IOException if the file cannot be read or holds no such key; the message begins with the file's name
     * @throws UnsupportedOperationException if the path is not of the default file system
     */
    public static ServerCertificate fromKeyStore(Path file, char[] password) throws IOException {
        KeyStore.PrivateKeyEntry entry = new KeyStoreFile(file, password).read();
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : entry.getCertificateChain()) {
            if (!(certificate instanceof X509Certificate x509)) {
                throw new FileSystemException(file.toString(), null, "a certificate that is not X.509");
            }
            chain.add(x509);
        }
        try {
            return new ServerCertificate(entry.getPrivateKey(), chain);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": its private key is of no use for TLS", e);
        }
    }

    private static SSLContext context(PrivateKey key, List<X509Certificate> chain)
            throws GeneralSecurityException, IOException {
        // The key store never leaves memory, so a password would protect nothing, and the slow encryption of PKCS12
        // would be useless.
        char[] password = new char[0];
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setKeyEntry("server", key, password, chain.toArray(new X509Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        // No client is asked for a certificate, so none needs to be trusted.
        context.init(keys.getKeyManagers(), new TrustManager[0], null);
        return context;
    }

    private static String pem(List<X509Certificate> chain) throws GeneralSecurityException {
        Base64.Encoder encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : chain) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(encoder.encodeToString(certificate.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }

    /** The server's own certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /**
     * The certificates that a client has to trust, as PEM text: the server's own, then its issuers, as far as the key
     * store held them.
     */
    public String pem() {
        return pem;
    }

    /** The TLS context for serving with this certificate; always the same instance. */
    public SSLContext sslContext() {
        return context;
    }
}
