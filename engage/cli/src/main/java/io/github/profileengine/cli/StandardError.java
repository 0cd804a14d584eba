package io.github.profileengine.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Everything the tool says on standard error. Lines are made printable here, so no caller can forget it, and are
 * written as UTF-8 whatever the locale. Where standard error itself cannot be written there is nobody left to tell.
 */
final class StandardError {

    private static final String PREFIX = "profile-engine: ";

    /** To the start of the line, and erase it. */
    private static final String ERASE = "\r\u001b[K";

    private final OutputStream out;
    private boolean progressShown;

    StandardError(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    /** One rejected record or text: {@code FILE:INDEX: FIELD: message}. */
    void rejection(String file, long index, String field, String message) {
        line(file + ":" + index + ": " + field + ": " + message);
    }

    /** Something that keeps the tool from doing its work. */
    void error(String message) {
        line(PREFIX + message);
        flush();
    }

    /** A problem with one file. */
    void error(UnusableFileException problem) {
        error(problem.text());
    }

    /** One line as it is, apart from characters that are not printable. */
    void line(String text) {
        if (progressShown) {
            write(ERASE);
            progressShown = false;
        }
        write(PrintableText.of(text) + "\n");
    }

    /** Replaces the line that shows how far the work is; only for a terminal. */
    void progress(String text) {
        write(ERASE + PrintableText.of(text));
        progressShown = true;
        flush();
    }

    /** Takes the progress away, if there is any, and lets everything be seen. */
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
            // Nobody reads standard error any more; the exit code still tells.
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
