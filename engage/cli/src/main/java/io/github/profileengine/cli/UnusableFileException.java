package io.github.profileengine.cli;

import io.github.profileengine.wire.InvalidFileException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Thrown for a file or a standard stream that cannot be read or written. Its text can be shown to the user as it is.
 */
final class UnusableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    /** What the JVM makes of bytes of an argument that it cannot decode. */
    private static final char UNREADABLE = '\uFFFD';

    private final String text;

    private UnusableFileException(String text) {
        super(text);
        this.text = text;
    }

    UnusableFileException(String name, String problem) {
        this(name + ": " + problem);
    }

    UnusableFileException(String name, IOException cause) {
        super(text(name, cause), cause);
        this.text = text(name, cause);
    }

    /** The same problem, with a text that goes on. */
    UnusableFileException and(String more) {
        return new UnusableFileException(text + more);
    }

    /** Fails if a name is empty, or was given in another encoding, so that it is not known which file it means. */
    static void requireName(String name) throws UnusableFileException {
        if (name.isEmpty()) {
            throw new UnusableFileException("a file name is empty");
        }
        if (name.indexOf(UNREADABLE) >= 0) {
            throw new UnusableFileException(
                    name, "the name is not valid in the character encoding of this system (see LC_ALL)");
        }
    }

    /** The text with the line, if that is known: {@code NAME:LINE: what is wrong}. */
    private static String text(String name, IOException cause) {
        return cause instanceof InvalidFileException invalid
                ? name + ":" + invalid.problem().line() + ": "
                        + invalid.problem().text()
                : name + ": " + problem(cause);
    }

    /** The message, which is never null. */
    String text() {
        return text;
    }

    /** Exceptions of {@code java.nio.file} have only the path as their message. */
    private static String problem(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
