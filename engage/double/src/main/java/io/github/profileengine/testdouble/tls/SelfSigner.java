package io.github.profileengine.testdouble.tls;

import static io.github.profileengine.testdouble.tls.DerWriter.bitString;
import static io.github.profileengine.testdouble.tls.DerWriter.bool;
import static io.github.profileengine.testdouble.tls.DerWriter.integer;
import static io.github.profileengine.testdouble.tls.DerWriter.objectIdentifier;
import static io.github.profileengine.testdouble.tls.DerWriter.octetString;
import static io.github.profileengine.testdouble.tls.DerWriter.sequence;
import static io.github.profileengine.testdouble.tls.DerWriter.set;
import static io.github.profileengine.testdouble.tls.DerWriter.tagged;
import static io.github.profileengine.testdouble.tls.DerWriter.time;
import static io.github.profileengine.testdouble.tls.DerWriter.utf8String;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Creates self-signed X.509 v3 certificates (RFC 5280) for a P-256 key.
 *
 * <p>Such a certificate is both a server and an authority certificate. Strict clients (OpenSSL with
 * {@code X509_STRICT}, which Python sets from 3.13 on) require extensions that lenient clients do not need: an
 * authority must declare its key usage and its key identifier, and a server must declare that it is one.
 */
final class SelfSigner {
    /** With the day before, 825 days: clients of Apple refuse certificates that are valid for longer. */
    private static final int VALID_DAYS = 824;

    private static final int SERIAL_BITS = 127;
    private static final byte[] ECDSA_WITH_SHA256 = sequence(objectIdentifier("1.2.840.10045.4.3.2"));
    private static final byte[] COMMON_NAME = objectIdentifier("2.5.4.3");
    private static final byte[] SERVER_AUTHENTICATION = objectIdentifier("1.3.6.1.5.5.7.3.1");
    // Bit 0 is digitalSignature, bit 5 is keyCertSign; the last two bits of the byte are unused.
    private static final byte[] SIGNS_AND_CERTIFIES = bitString(2, new byte[] {(byte) 0b1000_0100});

    private SelfSigner() {}

    /** Creates a certificate of this key for these names, which {@link SubjectNames} has encoded. */
    static X509Certificate certificate(KeyPair keys, byte[] names, Instant now, SecureRandom random)
            throws GeneralSecurityException {
        byte[] body = body(keys.getPublic(), names, now, random);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate(), random);
        signature.update(body);
        byte[] encoded = sequence(body, ECDSA_WITH_SHA256, bitString(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private static byte[] body(PublicKey key, byte[] names, Instant now, SecureRandom random)
            throws GeneralSecurityException {
        // The top bit is set, so that the number is never 0 and always has the same length.
        BigInteger serial = new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1);
        byte[] name = name(serial);
        byte[] validity = sequence(time(now.minus(1, ChronoUnit.DAYS)), time(now.plus(VALID_DAYS, ChronoUnit.DAYS)));
        return sequence(
                tagged(0, integer(BigInteger.TWO)), // v3
                integer(serial),
                ECDSA_WITH_SHA256,
                name,
                validity,
                name,
                key.getEncoded(),
                tagged(3, extensions(key, names)));
    }

    // The name contains the serial number, because clients find authorities by name and a trust store may hold those of
    // many doubles.
    private static byte[] name(BigInteger serial) {
        String text = "Profile Engine test double " + serial.toString(16);
        return sequence(set(sequence(COMMON_NAME, utf8String(text))));
    }

    private static byte[] extensions(PublicKey key, byte[] names) throws GeneralSecurityException {
        byte[] keyId = MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
        return sequence(
                extension("2.5.29.19", true, sequence(bool(true))), // basicConstraints: CA
                extension("2.5.29.15", true, SIGNS_AND_CERTIFIES), // keyUsage
                extension("2.5.29.37", false, sequence(SERVER_AUTHENTICATION)), // extKeyUsage
                extension("2.5.29.17", false, names), // subjectAltName
                extension("2.5.29.14", false, octetString(keyId))); // subjectKeyIdentifier
    }

    private static byte[] extension(String identifier, boolean critical, byte[] content) {
        byte[] value = octetString(content);
        return critical
                ? sequence(objectIdentifier(identifier), bool(true), value)
                : sequence(objectIdentifier(identifier), value);
    }
}
