package io.github.profileengine.cli;

import io.github.profileengine.testdouble.EngageDoubleBuilder;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a user name and a password from a file, because everybody can see the command line. */
final class Credentials {

    private Credentials() {}

    static void demand(EngageDoubleBuilder builder, Path file) throws UnusableFileException {
        try {
            String line = FirstLine.of(file);
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new UnusableFileException(file.toString(), "its first line is not USER:PASSWORD");
            }
            builder.credentials(line.substring(0, colon), line.substring(colon + 1));
        } catch (IOException problem) {
            throw new UnusableFileException(file.toString(), problem);
        }
    }
}
