package io.github.profileengine.snapshot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A 256-bit hash of a state: the sum, modulo 2^256, of the SHA-256 hashes of its canonical lines in UTF-8, one line for
 * each profile and alias. So the hash does not depend on the order of the lines. They are exactly the lines of an
 * exported state, so other tools can check the hash. Immutable.
 */
public final class StateHash {
    private static final int WORDS = 4;
    private static final int HEX_DIGITS = 64;

    private final long[] words;

    private StateHash(long[] words) {
        this.words = words;
    }

    /**
     * Parses what {@link #toString} returns.
     *
     * @throws IllegalArgumentException if the text is not 64 hexadecimal digits
     */
    public static StateHash of(String hex) {
        if (hex.length() != HEX_DIGITS) {
            throw new IllegalArgumentException("a state hash is " + HEX_DIGITS + " hexadecimal digits: " + hex);
        }
        return new StateHash(words(HexFormat.of().parseHex(hex)));
    }

    private static long[] words(byte[] bytes) {
        long[] words = new long[WORDS];
        ByteBuffer.wrap(bytes).asLongBuffer().get(words);
        return words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateHash hash && Arrays.equals(words, hash.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    /** 64 hexadecimal digits in lower case. */
    @Override
    public String toString() {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Long.BYTES);
        bytes.asLongBuffer().put(words);
        return HexFormat.of().formatHex(bytes.array());
    }

    /** Computes a hash line by line. For one thread. */
    public static final class Sum {
        private final MessageDigest digest = sha256();
        private final long[] sum = new long[WORDS];

        /** Starts with no line, which gives the hash of an empty state. */
        public Sum() {}

        /** Adds a line, without its line break. */
        public void add(String line) {
            long[] addend = words(digest.digest(line.getBytes(StandardCharsets.UTF_8)));
            long carry = 0;
            for (int at = WORDS - 1; at >= 0; at--) {
                long partial = sum[at] + addend[at];
                long total = partial + carry;
                carry = Long.compareUnsigned(partial, sum[at]) < 0 || Long.compareUnsigned(total, partial) < 0 ? 1 : 0;
                sum[at] = total;
            }
        }

        /** The hash of the lines added so far. */
        public StateHash hash() {
            return new StateHash(sum.clone());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException missing) {
                throw new AssertionError("every Java platform has SHA-256", missing);
            }
        }
    }
}
