package io.github.profileengine.testdouble.inspector;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of the inspector. Only names in a fixed list are served, all of them from memory, so no name can reach
 * another file. The page may run and fetch only what this server delivers. Any thread may use it.
 */
public final class InspectorFiles {
    /** The name of the page itself. */
    public static final String PAGE = "index.html";

    /** The names of all files. */
    static final List<String> NAMES = List.of(
            PAGE,
            "icon.svg",
            "base.css",
            "views.css",
            "app.js",
            "api.js",
            "chart.js",
            "dom.js",
            "json.js",
            "listing.js",
            "live.js",
            "moment.js",
            "outcomes.js",
            "overview.js",
            "profile.js",
            "profiles.js",
            "projects.js",
            "request.js",
            "requests.js",
            "samples.js",
            "clock.js",
            "faults.js",
            "forks.js",
            "try.js",
            "values.js",
            "virtual.js");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /**
     * The answers by name. They are loaded when the first file is requested, once in a JVM: most doubles run in tests,
     * where nobody looks at them.
     */
    private static final class Answers {
        static final Map<String, WireAnswer> BY_NAME =
                NAMES.stream().collect(Collectors.toUnmodifiableMap(name -> name, InspectorFiles::answer));

        private Answers() {}
    }

    private InspectorFiles() {}

    /**
     * Answers a request for a file; empty if there is no such file.
     *
     * @param known the entity tag of the file that the client already has; empty for none
     */
    public static Optional<WireAnswer> answer(String name, String known) {
        return Optional.ofNullable(Answers.BY_NAME.get(name))
                .map(answer -> known.equals(answer.headers().get("ETag"))
                        ? WireAnswer.empty(304).with("ETag", known).with("Cache-Control", "no-cache")
                        : answer);
    }

    private static WireAnswer answer(String name) {
        byte[] content = content(name);
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return WireAnswer.of(200, type, content)
                .with("ETag", '"' + digest(content) + '"')
                .with("Cache-Control", "no-cache")
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer");
    }

    private static byte[] content(String name) {
        try (InputStream in = InspectorFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
