package io.github.profileengine.cli;

/** What the tool ends with; a script may rely on these. */
final class ExitCode {

    /** Everything was done, and every record accepted. */
    static final int OK = 0;

    /** At least one record or text was rejected; the rest was applied and printed. */
    static final int REJECTED = 1;

    /** A bad argument, or a file that could not be read or written. It wins over {@link #REJECTED}. */
    static final int FAILED = 2;

    private ExitCode() {}
}
