package io.github.profileengine.cli;

import io.github.profileengine.geoip.MaxMindLocator;
import io.github.profileengine.testdouble.fault.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a server begins with. */
final class ServerFiles {
    private ServerFiles() {}

    /** Finds places in a database. */
    static MaxMindLocator locator(Path database) throws UnusableFileException {
        try {
            return MaxMindLocator.open(database);
        } catch (IOException problem) {
            throw new UnusableFileException(database.toString(), problem);
        }
    }

    /** What goes wrong on purpose. */
    static FaultPlan plan(Path file) throws UnusableFileException {
        try {
            return FaultPlan.parse(Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new UnusableFileException(file.toString(), problem);
        } catch (IllegalArgumentException problem) {
            throw new UnusableFileException(file.toString(), "no plan of faults: " + problem.getMessage());
        }
    }
}
