package io.github.profileengine.testdouble.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text files in the jar that belong to this package. */
final class Resources {
    private Resources() {}

    /** The version of the double. It is in a file, because the manifest is lost when jars are merged. */
    static String version() {
        return text("version.txt").strip();
    }

    static String description() {
        return text("openapi.json");
    }

    private static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
