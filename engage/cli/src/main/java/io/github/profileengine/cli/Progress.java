package io.github.profileengine.cli;

import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * Shows the progress of long work on a terminal. Nothing is shown in the first second, so that short work causes no
 * flicker. Then a line is replaced a few times a second.
 */
final class Progress {

    private static final long FIRST_NANOS = 1_000_000_000L;
    private static final long BETWEEN_NANOS = 250_000_000L;

    private final boolean wanted;
    private final LongFunction<String> text;
    private final StandardError errors;
    private final LongSupplier nanoTime;
    private final long start;
    private long next;

    /**
     * Starts measuring now.
     *
     * @param wanted whether to show anything at all
     * @param text what to show after this many nanoseconds
     */
    Progress(boolean wanted, LongFunction<String> text, StandardError errors, LongSupplier nanoTime) {
        this.wanted = wanted;
        this.text = text;
        this.errors = errors;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.next = FIRST_NANOS;
    }

    /** Called now and then. Shows something only if it is time. */
    void show() {
        if (!wanted) {
            return;
        }
        long elapsed = elapsedNanos();
        if (elapsed > next) {
            errors.progress(text.apply(elapsed));
            next = elapsed + BETWEEN_NANOS;
        }
    }

    /** Nanoseconds since the work began. */
    long elapsedNanos() {
        return nanoTime.getAsLong() - start;
    }
}
