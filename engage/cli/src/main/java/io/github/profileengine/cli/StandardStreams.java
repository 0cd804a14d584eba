package io.github.profileengine.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongSupplier;

/**
 * What the tool shares with its process, as values, so that a test can replace all of it.
 *
 * @param in standard input
 * @param out standard output; not a {@code PrintStream}, which would hide a failed write
 * @param err standard error
 * @param terminal whether standard error is a terminal
 * @param terminalOut whether standard output is a terminal
 * @param nanoTime a clock for durations, in nanoseconds, like {@link System#nanoTime()}
 */
record StandardStreams(
        InputStream in,
        OutputStream out,
        OutputStream err,
        boolean terminal,
        boolean terminalOut,
        LongSupplier nanoTime) {

    /** Set by the launcher, because Java 17 cannot check a single stream. */
    private static final String TERMINAL_PROPERTY = "profile-engine.terminal";

    private static final String TERMINAL_OUT_PROPERTY = "profile-engine.terminal-out";

    static StandardStreams ofProcess() {
        return new StandardStreams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                Boolean.getBoolean(TERMINAL_PROPERTY),
                Boolean.getBoolean(TERMINAL_OUT_PROPERTY),
                System::nanoTime);
    }
}
