package io.github.profileengine.cli;

import io.github.profileengine.reducer.Update;
import io.github.profileengine.wire.LogWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The updates of one profile between two barriers of one log, in order. For each update it holds 128 bits of a digest
 * and the line, which are 24 bytes. It also holds how many of them another log agrees with.
 */
final class UpdateTrail {

    private static final int WORDS = 3;

    private long[] words = new long[WORDS];
    private int size;
    private int agreed;
    private boolean parted;

    /** 128 bits of SHA-256, which differ for different updates as long as nobody breaks SHA-256. */
    static long[] digest(Update update) {
        byte[] line = LogWriter.line(update).getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(line));
            return new long[] {digest.getLong(), digest.getLong()};
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every Java platform has SHA-256", missing);
        }
    }

    void add(long[] digest, long line) {
        if (size * WORDS == words.length) {
            words = Arrays.copyOf(words, words.length * 2);
        }
        words[size * WORDS] = digest[0];
        words[size * WORDS + 1] = digest[1];
        words[size * WORDS + 2] = line;
        size++;
    }

    /**
     * Whether the next update of the other log is the same as the next one here. After the first that differs, the logs
     * have parted for this profile.
     */
    boolean agrees(long[] digest) {
        boolean same = agreed < size && words[agreed * WORDS] == digest[0] && words[agreed * WORDS + 1] == digest[1];
        if (same) {
            agreed++;
        } else {
            parted = true;
        }
        return same;
    }

    boolean hasParted() {
        return parted;
    }

    /** The line of the first update here that the other log has not matched yet; 0 if it has matched all. */
    long nextLine() {
        return agreed < size ? words[agreed * WORDS + 2] : 0;
    }
}
