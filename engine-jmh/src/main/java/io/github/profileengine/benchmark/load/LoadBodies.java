package io.github.profileengine.benchmark.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The request bodies that one connection sends in turn. Each time that a body is sent again, its updates set other
 * values, so that no update finds its value already stored. Not thread-safe.
 */
final class LoadBodies {
    /** How many profiles there are; each connection draws its own sequence of them. */
    private static final int PROFILES = 100_000;

    private static final int UPDATES = 50_000;
    private static final long FIRST = 1_000_000_000_000L;
    private static final int DIGITS = 13;

    private final int size;
    private final List<byte[]> bodies = new ArrayList<>();
    private final List<int[]> scores = new ArrayList<>();
    private long serial;
    private int next;

    /**
     * Draws the profiles.
     *
     * @param size how many updates a body has
     * @param connection the number of the connection, from 0
     */
    LoadBodies(int size, int connection) {
        this.size = size;
        this.serial = FIRST + connection * (FIRST / 10);
        SplittableRandom random = new SplittableRandom(connection);
        for (int made = 0; made < UPDATES; made += size) {
            add(random);
        }
    }

    private void add(SplittableRandom random) {
        StringBuilder text = new StringBuilder("[");
        int[] places = new int[size];
        for (int at = 0; at < size; at++) {
            text.append(at == 0 ? "" : ",")
                    .append("{\"$token\":\"load\",\"$distinct_id\":\"user-")
                    .append(random.nextInt(PROFILES))
                    .append("\",\"$set\":{\"plan\":\"pro\",\"score\":");
            places[at] = text.length();
            text.append(FIRST).append("}}");
        }
        bodies.add(text.append(']').toString().getBytes(StandardCharsets.US_ASCII));
        scores.add(places);
    }

    /** The next body; it is valid until the next call. */
    byte[] next() {
        byte[] body = bodies.get(next);
        for (int place : scores.get(next)) {
            write(serial++, body, place);
        }
        next = next + 1 == bodies.size() ? 0 : next + 1;
        return body;
    }

    private static void write(long number, byte[] body, int place) {
        long rest = number;
        for (int at = place + DIGITS - 1; at >= place; at--) {
            body[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
