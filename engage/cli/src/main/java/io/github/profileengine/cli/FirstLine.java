package io.github.profileengine.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the first line of a small file that holds a secret. */
final class FirstLine {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private FirstLine() {}

    /**
     * The line without its line end and without the mark that some editors put before UTF-8; empty if the file is
     * empty.
     *
     * @throws IOException if the file cannot be read, or is not UTF-8
     */
    static String of(Path file) throws IOException {
        String text = text(file);
        return text.substring(text.startsWith(BYTE_ORDER_MARK) ? 1 : 0)
                .lines()
                .findFirst()
                .orElse("");
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException malformed) {
            throw new IOException("is not UTF-8 text", malformed);
        }
    }
}
