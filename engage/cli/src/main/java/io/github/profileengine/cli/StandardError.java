package io.github.profileengine.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes everything that the tool reports on standard error. It replaces unprintable characters, so that no caller can
 * forget to. Lines are UTF-8 whatever the locale. If standard error itself cannot be written, there is nobody left to
 * tell.
 */
final class StandardError {

    /** Of a field or a message, at its beginning and at its end. */
    private static final int SHOWN_CHARACTERS = 500;

    private static final String PREFIX = "profile-engine: ";

    /** Moves to the start of the line and erases it. */
    private static final String ERASE = "\r\u001b[K";

    private final OutputStream out;
    private boolean progressShown;

    StandardError(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    /** Reports a rejected record or text: {@code FILE:INDEX: FIELD: message}. */
    void rejection(String file, long index, String field, String message) {
        line(file + ":" + index + ": " + cut(field) + ": " + cut(message));
    }

    // Takes out the middle. A name of a megabyte, quoted, would push everything else out of sight.
    private static String cut(String text) {
        int end = text.length() - SHOWN_CHARACTERS;
        return end <= SHOWN_CHARACTERS
                ? text
                : text.substring(0, SHOWN_CHARACTERS) + " ... (" + (end - SHOWN_CHARACTERS) + " more characters) ... "
                        + text.substring(end);
    }

    /** Reports a problem that keeps the tool from doing its work. */
    void error(String message) {
        line(PREFIX + message);
        flush();
    }

    /** Reports a problem with one file. */
    void error(UnusableFileException problem) {
        error(problem.text());
    }

    /** Writes one line, with unprintable characters replaced. */
    void line(String text) {
        if (progressShown) {
            write(ERASE);
            progressShown = false;
        }
        write(PrintableText.of(text) + "\n");
    }

    /** Replaces the progress line. Only for a terminal. */
    void progress(String text) {
        write(ERASE + PrintableText.of(text));
        progressShown = true;
        flush();
    }

    /** Removes the progress line, if there is one, and flushes all output. */
    void finish() {
        if (progressShown) {
            write(ERASE);
            progressShown = false;
        }
        flush();
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException unseen) {
            // Nobody reads standard error any more; the exit code still shows the failure.
        }
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unseen) {
            // As above.
        }
    }
}
