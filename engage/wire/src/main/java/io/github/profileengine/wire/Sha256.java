package io.github.profileengine.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 digest over bytes as they arrive. It can be read at any point. Not thread-safe. */
final class Sha256 {

    private final MessageDigest digest;

    Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }

    void update(byte[] bytes, int from, int to) {
        digest.update(bytes, from, to - from);
    }

    /** The digest of the bytes so far, as 64 lower-case hexadecimal digits. */
    String hex() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("the JDK's digests can be cloned", impossible);
        }
    }
}
