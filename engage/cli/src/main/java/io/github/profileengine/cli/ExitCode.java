package io.github.profileengine.cli;

/**
 * The exit codes of the tool. Scripts may rely on them; the {@code --help} of each command says what they mean there.
 */
final class ExitCode {

    /** Everything was done, nothing was rejected, and nothing differs. */
    static final int OK = 0;

    /** Everything was done, but something was rejected or differs. */
    static final int REJECTED = 1;

    /** A bad argument, or a file that could not be read or written. It takes precedence over {@link #REJECTED}. */
    static final int FAILED = 2;

    private ExitCode() {}
}
