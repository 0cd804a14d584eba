package io.github.profileengine.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A JDK that JVMs are started from.
 *
 * @param program its {@code java}; empty for the one that runs this
 * @param version as its {@code release} file says
 */
public record Jvm(Optional<String> program, String version) {
    private static final String VERSION = "JAVA_VERSION=\"";

    /** The one that runs this. */
    public static Jvm current() {
        return new Jvm(Optional.empty(), System.getProperty("java.version"));
    }

    /**
     * The one of a program {@code bin/java} in the folder of a JDK.
     *
     * @throws IllegalArgumentException if the folder is none of a JDK
     */
    public static Jvm of(String program) {
        try {
            Path release =
                    Path.of(program).toRealPath().resolve("../../release").normalize();
            for (String line : Files.readAllLines(release)) {
                if (line.startsWith(VERSION)) {
                    return new Jvm(Optional.of(program), line.substring(VERSION.length(), line.length() - 1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no JDK has the program " + program, unreadable);
        }
        throw new IllegalArgumentException("no JDK has the program " + program);
    }

    /** The one that an environment variable such as {@code JAVA_HOME_25} names. */
    public static Optional<Jvm> ofHome(int feature) {
        return Optional.ofNullable(System.getenv("JAVA_HOME_" + feature)).map(home -> of(home + "/bin/java"));
    }

    /** The number of its feature release, such as 17. */
    public int feature() {
        return Runtime.Version.parse(version).feature();
    }
}
