package io.github.profileengine.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * A JDK from which JVMs are started.
 *
 * @param program the path of its {@code java}; empty for the JDK that runs this program
 * @param version the version in its {@code release} file
 * @param build who made it, and which build of that version it is, as far as the file says
 */
public record Jvm(Optional<String> program, String version, String build) {

    /** The JDK that runs this program. */
    public static Jvm current() {
        return new Jvm(
                Optional.empty(),
                System.getProperty("java.version"),
                build(System.getProperty("java.vendor"), System.getProperty("java.runtime.version")));
    }

    /**
     * The JDK to which a program {@code bin/java} belongs.
     *
     * @throws IllegalArgumentException if it is not there, or if its folder is not that of a JDK
     */
    public static Jvm of(String program) {
        Properties release = new Properties();
        try {
            Path file = Path.of(program).toRealPath().resolve("../../release").normalize();
            try (Reader lines = Files.newBufferedReader(file)) {
                release.load(lines);
            }
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("no JDK has the program " + program, unreadable);
        }
        String version = of(release, "JAVA_VERSION");
        if (version.isEmpty()) {
            throw new IllegalArgumentException("no JDK has the program " + program);
        }
        String build = build(of(release, "IMPLEMENTOR"), of(release, "JAVA_RUNTIME_VERSION"));
        return new Jvm(Optional.of(program), version, build);
    }

    /** The value of a line in the file, without its quotes; empty if there is no such line. */
    private static String of(Properties release, String name) {
        return release.getProperty(name, "").replace("\"", "");
    }

    private static String build(String maker, String number) {
        return (maker + ' ' + number).strip();
    }

    /**
     * The JDK that an environment variable such as {@code JAVA_HOME_25} names; empty if it is not set.
     *
     * @throws IllegalArgumentException if it names none
     */
    public static Optional<Jvm> ofHome(int feature) {
        String variable = "JAVA_HOME_" + feature;
        try {
            return Optional.ofNullable(System.getenv(variable)).map(home -> of(home + "/bin/java"));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(variable + ": " + wrong.getMessage(), wrong);
        }
    }

    /** The number of its feature release, such as 17. */
    public int feature() {
        return Runtime.Version.parse(version).feature();
    }
}
