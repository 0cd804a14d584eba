package io.github.profileengine.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.LongSupplier;

/**
 * What the tool shares with the process around it, as values, so that a test can stand in for all of it.
 *
 * @param in standard input
 * @param out standard output; not a {@code PrintStream}, which would hide that writing failed
 * @param err standard error
 * @param terminal whether somebody watches standard error on a terminal
 * @param terminalOut whether standard output is one
 * @param nanoTime a clock for durations, in nanoseconds as {@link System#nanoTime()}
 */
record StandardStreams(
        InputStream in,
        OutputStream out,
        OutputStream err,
        boolean terminal,
        boolean terminalOut,
        LongSupplier nanoTime) {

    /** Set by the launcher, as Java 17 cannot tell for one stream alone. */
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
