package io.github.profileengine.cli;

import java.util.Locale;

/** Counts accepted and rejected records. A malformed text counts as one rejected record. */
final class Tally {

    private static final double NANOS_PER_SECOND = 1e9;

    private long accepted;
    private long rejected;

    void accept(long records) {
        accepted += records;
    }

    void reject(long records) {
        rejected += records;
    }

    long rejected() {
        return rejected;
    }

    /** The last line of a run. */
    String summary(long profiles, long elapsedNanos) {
        double seconds = elapsedNanos / NANOS_PER_SECOND;
        long perSecond = elapsedNanos <= 0 ? 0 : Math.round((accepted + rejected) / seconds);
        return String.format(
                Locale.ROOT,
                "%s, %d accepted, %d rejected, %s, %.3f seconds, %d updates per second",
                Counted.of(accepted + rejected, "update"),
                accepted,
                rejected,
                Counted.of(profiles, "profile"),
                seconds,
                perSecond);
    }

    /** The progress line on a terminal. */
    String progress(long elapsedNanos) {
        return String.format(
                Locale.ROOT,
                "%s, %d rejected, %.1f seconds",
                Counted.of(accepted + rejected, "update"),
                rejected,
                elapsedNanos / NANOS_PER_SECOND);
    }
}
