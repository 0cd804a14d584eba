package io.github.profileengine.wire;

import java.io.Serializable;

/**
 * What is wrong with a state or log, and where. Immutable.
 *
 * @param line the line at fault, from 1; one past the last if something is missing at the end
 * @param text what is wrong, in words
 */
public record FileProblem(long line, String text) implements Serializable {

    /** Returns {@code line 7: what is wrong}. */
    @Override
    public String toString() {
        return "line " + line + ": " + text;
    }
}
