package io.github.profileengine.wire;

/**
 * A text that is not JSON.
 *
 * @param problem what is wrong, without the place
 * @param line the line of the offending byte in the input, from 1
 * @param column its column in that line in code points, from 1
 */
record Malformed(String problem, long line, long column) {

    /** That a text which begins on a line is longer than allowed. */
    static Malformed tooLong(long maxBytes, long line) {
        return new Malformed("a text of over " + maxBytes + " bytes", line, 1);
    }

    /** The message of a rejection: the field, what is wrong, and where. */
    String message() {
        return "json, " + problem + " (line " + line + ", column " + column + ")";
    }

    /** The same failure, seen from a text that begins on {@code firstLine}. */
    Malformed ofTextFrom(long firstLine) {
        return firstLine == line
                ? this
                : new Malformed(problem + ", in the text that begins on line " + firstLine, line, column);
    }
}
