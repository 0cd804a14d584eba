package io.github.profileengine.benchmark.store;

import java.time.Instant;

/**
 * The seconds of a day, repeated. Every batch has the next second, so that {@code $last_seen} changes with every
 * update, as it does if a profile is updated less than once a second.
 */
final class Seconds {
    private static final int DAY = 86_400;
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    private Seconds() {}

    static Instant instant(int second) {
        return Instant.ofEpochSecond(START + second % DAY);
    }

    /** A second as automatic times show it. */
    static String text(int second) {
        int inDay = second % DAY;
        StringBuilder out = new StringBuilder(19).append("2026-01-01T");
        two(out, inDay / 3600).append(':');
        two(out, inDay / 60 % 60).append(':');
        return two(out, inDay % 60).toString();
    }

    private static StringBuilder two(StringBuilder out, int number) {
        return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
