package io.github.profileengine.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Builds states and logs as texts. Seals them with code that shares nothing with the writers. */
final class SealedTexts {

    static final String STATE_HEADER = "{\"$state\":\"profile-engine\",\"version\":1}";

    private SealedTexts() {}

    /** A state of these alias and profile lines, with the right counts, hash and checksum. */
    static String state(String... lines) {
        long aliases =
                List.of(lines).stream().filter(line -> line.contains("$alias")).count();
        return state(lines, aliases, lines.length - aliases, stateHash(lines));
    }

    static String state(String[] lines, long aliases, long profiles, String hash) {
        String end = "{\"$end\":{\"aliases\":" + aliases + ",\"profiles\":" + profiles + ",\"state_hash\":\"" + hash
                + "\"}}";
        return sealed(STATE_HEADER, String.join("\n", lines), end);
    }

    /** The parts, each with a line feed at its end unless it is empty, and the checksum of the whole. */
    static String sealed(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part).append(part.isEmpty() ? "" : "\n");
        }
        String checksum = HexFormat.of().formatHex(sha256(text.toString()));
        return text + "{\"$sha256\":\"" + checksum + "\"}\n";
    }

    static String stateHash(String... lines) {
        BigInteger sum = BigInteger.ZERO;
        for (String line : lines) {
            sum = sum.add(new BigInteger(1, sha256(line)));
        }
        String hex = sum.mod(BigInteger.ONE.shiftLeft(256)).toString(16);
        return "0".repeat(64 - hex.length()) + hex;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = Gzip.deflating(out)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(Records.utf8(text));
    }
}
