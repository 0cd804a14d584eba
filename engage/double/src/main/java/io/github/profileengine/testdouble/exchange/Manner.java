package io.github.profileengine.testdouble.exchange;

import java.time.Duration;

/**
 * How an answer is sent: at once, or slowed down or cut off as by a very bad network. Immutable.
 *
 * @param delay how long to wait before the answer
 * @param cut after how many bytes of the body to cut the connection; {@link #WHOLE} to send all, {@link #SILENT} to cut
 *     before the status line
 * @param pause how long to wait between two bytes of the body
 */
public record Manner(Duration delay, int cut, Duration pause) {
    /** Nothing is cut off. */
    public static final int WHOLE = -1;

    /** The connection is cut before any byte of the answer is sent. */
    public static final int SILENT = -2;

    /** The answer is sent at once and complete. */
    public static final Manner PROMPT = new Manner(Duration.ZERO, WHOLE, Duration.ZERO);

    /** Whether the connection is cut. */
    public boolean isCut() {
        return cut != WHOLE;
    }

    /** Whether no byte is sent. */
    public boolean isSilent() {
        return cut == SILENT;
    }
}
