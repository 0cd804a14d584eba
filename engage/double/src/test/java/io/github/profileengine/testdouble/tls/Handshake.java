package io.github.profileengine.testdouble.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Makes a real handshake over loopback, with a client that checks the name of the host. */
public final class Handshake {
    private static final int TIMEOUT_MILLIS = 20_000;

    private Handshake() {}

    /** The context of a client that trusts the certificates in this PEM text, and nothing else. */
    public static SSLContext trusting(String pem) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (Certificate certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
            trusted.setCertificateEntry("certificate" + trusted.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /**
     * Returns the session that client and server agreed on, after one byte came through. Throws if the client refuses.
     */
    static SSLSession between(ServerCertificate server, SSLContext client, String host, String protocol)
            throws IOException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (SSLServerSocket listening = (SSLServerSocket) server.sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(TIMEOUT_MILLIS);
            thread.submit(() -> serve(listening));
            return call(listening.getLocalPort(), client, host, protocol);
        } finally {
            thread.shutdownNow();
        }
    }

    private static Void serve(SSLServerSocket listening) throws IOException {
        try (Socket caller = listening.accept()) {
            caller.setSoTimeout(TIMEOUT_MILLIS);
            caller.getOutputStream().write('1');
        }
        return null;
    }

    private static SSLSession call(int port, SSLContext client, String host, String protocol) throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) client.getSocketFactory().createSocket(plain, host, port, true)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            if (socket.getInputStream().read() != '1') {
                throw new IOException("the byte did not come through");
            }
            return socket.getSession();
        }
    }
}
