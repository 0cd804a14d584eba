package io.github.profileengine.wire;

/**
 * A text that is not JSON.
 *
 * @param problem what is wrong, without the place
 * @param line the line of the offending byte in the input, from 1
 * @param column its column in that line in code points, from 1
 */
record Malformed(String problem, long line, long column) {

    /** The failure of a text that begins on this line and is longer than allowed. */
    static Malformed tooLong(long maxBytes, long line) {
        return new Malformed("a JSON text of over " + maxBytes + " bytes", line, 1);
    }

    /** The message of a rejection: the field, the problem, and the place. */
    String message() {
        return "json, " + problem + " (line " + line + ", column " + column + ")";
    }

    /** This failure, as reported for a text that begins on {@code firstLine}. */
    Malformed ofTextFrom(long firstLine) {
        return firstLine == line
                ? this
                : new Malformed(problem + ", in the JSON text that begins on line " + firstLine, line, column);
    }
}
