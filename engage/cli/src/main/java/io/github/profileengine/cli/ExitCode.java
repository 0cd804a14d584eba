package io.github.profileengine.cli;

/** What the tool ends with; a script may rely on these. What they mean for a command, its {@code --help} lists. */
final class ExitCode {

    /** Everything was done; nothing was rejected, and nothing differs. */
    static final int OK = 0;

    /** Done, but something was rejected or differs. */
    static final int REJECTED = 1;

    /** A bad argument, or a file that could not be read or written. It wins over {@link #REJECTED}. */
    static final int FAILED = 2;

    private ExitCode() {}
}
