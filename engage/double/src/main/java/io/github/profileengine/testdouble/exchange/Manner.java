package io.github.profileengine.testdouble.exchange;

import java.time.Duration;

/**
 * How an answer goes out: at once, as everyone expects, or as a network at its worst would do it. Immutable.
 *
 * @param delay how long nothing is answered
 * @param cut after how many bytes of the body the connection is cut, 0 for before the status line; -1 for not at all
 * @param pause how long to wait between two bytes of the body
 */
public record Manner(Duration delay, int cut, Duration pause) {
    /** At once and whole. */
    public static final Manner PROMPT = new Manner(Duration.ZERO, -1, Duration.ZERO);

    /** Whether the connection is cut somewhere. */
    public boolean isCut() {
        return cut >= 0;
    }
}
