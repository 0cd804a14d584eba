package io.github.profileengine.benchmark;

import io.github.profileengine.benchmark.apply.SampleUpdates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Identifies the code that is measured: a digest of all classes that the JVMs of a table load, and of the sample that
 * they read.
 */
final class CodeDigest {
    private static final int BYTES = 8;

    private CodeDigest() {}

    /**
     * The digest of these classes (a folder or an archive), of the archives beside them in {@code lib}, and of the
     * samples.
     */
    static String ofThis() {
        try {
            return of(
                    // Where the rows look for it; a program that runs elsewhere finds none, and its digest has none.
                    SampleUpdates.folder(Path.of("")),
                    Path.of(CodeDigest.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Checks, after a measurement, that the code is still the same.
     *
     * @throws IllegalStateException if it is different
     */
    static void requireThisIs(String code) {
        if (!code.equals(ofThis())) {
            throw new IllegalStateException("the benchmarks were built anew while this row was measured: it is of"
                    + " nobody knows which code; the command again measures it and the rest");
        }
    }

    static String of(Path samples, Path classes) {
        MessageDigest digest = sha256();
        List<Path> files = Stream.of(samples, classes, classes.resolveSibling("lib"))
                .flatMap(CodeDigest::files)
                .sorted()
                .toList();
        for (Path file : files) {
            try {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), BYTES));
    }

    private static Stream<Path> files(Path root) {
        if (!Files.exists(root)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
