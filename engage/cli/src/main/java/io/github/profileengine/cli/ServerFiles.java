package io.github.profileengine.cli;

import io.github.profileengine.geoip.MaxMindLocator;
import io.github.profileengine.testdouble.fault.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files that a server needs at its start. */
final class ServerFiles {
    private ServerFiles() {}

    /** Opens a database as a locator. */
    static MaxMindLocator locator(Path database) throws UnusableFileException {
        try {
            return MaxMindLocator.open(database);
        } catch (IOException problem) {
            throw new UnusableFileException(database.toString(), problem);
        }
    }

    /** Reads a plan of injected faults. */
    static FaultPlan plan(Path file) throws UnusableFileException {
        try {
            return FaultPlan.parse(Files.readAllBytes(file));
        } catch (IOException problem) {
            throw new UnusableFileException(file.toString(), problem);
        } catch (IllegalArgumentException problem) {
            throw new UnusableFileException(file.toString(), "not a valid plan of faults: " + problem.getMessage());
        }
    }
}
