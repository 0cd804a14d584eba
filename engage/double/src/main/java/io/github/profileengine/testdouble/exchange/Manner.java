package io.github.profileengine.testdouble.exchange;

import java.time.Duration;

/**
 * How an answer goes out: at once, as everyone expects, or as a network at its worst would do it. Immutable.
 *
 * @param delay how long nothing is answered
 * @param cut after how many bytes of the body the connection is cut; {@link #WHOLE} for not at all, {@link #SILENT} for
 *     before the status line
 * @param pause how long to wait between two bytes of the body
 */
public record Manner(Duration delay, int cut, Duration pause) {
    /** Not cut. */
    public static final int WHOLE = -1;

    /** Cut before anything of the answer has gone out. */
    public static final int SILENT = -2;

    /** At once and whole. */
    public static final Manner PROMPT = new Manner(Duration.ZERO, WHOLE, Duration.ZERO);

    /** Whether the connection is cut somewhere. */
    public boolean isCut() {
        return cut != WHOLE;
    }

    /** Whether nothing goes out. */
    public boolean isSilent() {
        return cut == SILENT;
    }
}
