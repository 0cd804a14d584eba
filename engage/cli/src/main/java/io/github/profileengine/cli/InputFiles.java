package io.github.profileengine.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * All inputs of one run. They are opened together, so that a misspelt last name does not waste the work on the others.
 */
final class InputFiles implements Iterable<InputFile>, AutoCloseable {

    private final List<InputFile> files = new ArrayList<>();

    private InputFiles() {}

    /**
     * Opens every named file; {@code -}, or no name at all, means standard input. Reports all files that cannot be
     * opened, not only the first.
     *
     * @return the files; none are left open if this method fails
     */
    static InputFiles open(List<String> names, InputStream standardInput, StandardError errors)
            throws UnusableFileException {
        InputFiles opened = new InputFiles();
        UnusableFileException last = null;
        for (String name : names.isEmpty() ? List.of(InputFile.STANDARD_INPUT) : names) {
            try {
                opened.files.add(named(name, standardInput));
            } catch (UnusableFileException problem) {
                if (last != null) {
                    errors.error(last);
                }
                last = problem;
            }
        }
        if (last != null) {
            opened.close();
            throw last;
        }
        return opened;
    }

    // Reads the first bytes of regular files only: nothing may wait for input before everything is open.
    private static InputFile named(String name, InputStream standardInput) throws UnusableFileException {
        InputFile input = InputFile.open(name, standardInput);
        boolean isThere = !name.equals(InputFile.STANDARD_INPUT) && Files.isRegularFile(Path.of(name));
        return isThere ? UpdatesFile.of(input) : input;
    }

    int size() {
        return files.size();
    }

    @Override
    public Iterator<InputFile> iterator() {
        return files.iterator();
    }

    @Override
    public void close() {
        files.forEach(InputFile::close);
    }
}
