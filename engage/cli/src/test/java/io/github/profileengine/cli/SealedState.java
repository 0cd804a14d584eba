package io.github.profileengine.cli;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Builds states as texts. Seals them with code that shares nothing with the tool. */
final class SealedState {

    private SealedState() {}

    /** A state of these lines. */
    static String of(String... lines) {
        int aliases = 0;
        for (String line : lines) {
            aliases += line.contains("$alias") ? 1 : 0;
        }
        StringBuilder text = new StringBuilder("{\"$state\":\"profile-engine\",\"version\":1}\n");
        for (String line : lines) {
            text.append(line).append('\n');
        }
        text.append("{\"$end\":{\"aliases\":").append(aliases);
        text.append(",\"profiles\":").append(lines.length - aliases);
        text.append(",\"state_hash\":\"").append(hash(lines)).append("\"}}\n");
        return sealed(text.toString());
    }

    /** A text followed by the line with its checksum. */
    static String sealed(String text) {
        return text + "{\"$sha256\":\"" + HexFormat.of().formatHex(sha256(text)) + "\"}\n";
    }

    /** The state hash of these lines. */
    static String hash(String... lines) {
        BigInteger sum = BigInteger.ZERO;
        for (String line : lines) {
            sum = sum.add(new BigInteger(1, sha256(line)));
        }
        return String.format("%064x", sum.mod(BigInteger.ONE.shiftLeft(256)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
