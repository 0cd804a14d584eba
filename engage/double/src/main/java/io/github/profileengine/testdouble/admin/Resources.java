package io.github.profileengine.testdouble.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The texts that lie beside the classes of this package. */
final class Resources {
    private Resources() {}

    /** The version of the double: here and not in the manifest, which is lost when jars are put together. */
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
