package io.github.profileengine.wire;

/** Thrown for a text that is not one JSON value, or that breaks a bound or a rule for values. */
public final class InvalidJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;

    InvalidJsonException(Malformed malformed) {
        super(malformed.message());
        this.line = malformed.line();
        this.column = malformed.column();
    }

    InvalidJsonException(String problem) {
        super("json, " + problem);
        this.line = 0;
        this.column = 0;
    }

    /** The line of the offending byte, from 1; 0 if the text is well-formed JSON. */
    public long line() {
        return line;
    }

    /** The column of the offending byte in code points, from 1; 0 if the text is well-formed JSON. */
    public long column() {
        return column;
    }
}
