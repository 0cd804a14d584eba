package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeDigestTest {
    @TempDir
    private Path folder;

    private Path samples() {
        return folder.resolve("samples");
    }

    @Test
    void of_otherSample_isAnother() throws IOException {
        Path jar = Files.writeString(folder.resolve("benchmarks.jar"), "one");
        Path sample = Files.writeString(Files.createDirectory(samples()).resolve("commits"), "one");
        String digest = CodeDigest.of(samples(), jar);

        Files.writeString(sample, "two");

        assertThat(CodeDigest.of(samples(), jar)).isNotEqualTo(digest);
    }

    @Test
    void of_sameBytes_isTheSame() throws IOException {
        Path jar = Files.writeString(folder.resolve("benchmarks.jar"), "one");
        String digest = CodeDigest.of(samples(), jar);

        Files.writeString(jar, "one");

        assertThat(CodeDigest.of(samples(), jar)).isEqualTo(digest).matches("[0-9a-f]{16}");
    }

    @Test
    void of_otherLibraryOrClasses_isAnother() throws IOException {
        Path jar = Files.writeString(folder.resolve("benchmarks.jar"), "one");
        Path library =
                Files.writeString(Files.createDirectory(folder.resolve("lib")).resolve("engine.jar"), "one");
        String digest = CodeDigest.of(samples(), jar);

        Files.writeString(library, "two");
        String otherLibrary = CodeDigest.of(samples(), jar);
        Files.writeString(jar, "two");

        assertThat(otherLibrary).isNotEqualTo(digest);
        assertThat(CodeDigest.of(samples(), jar)).isNotEqualTo(otherLibrary);
    }

    @Test
    void ofThis_classes_areFound() {
        assertThat(CodeDigest.ofThis()).matches("[0-9a-f]{16}").isNotEqualTo(CodeDigest.of(samples(), folder));
    }

    /** Tests run in the module's folder, where the rows too find the sample of the folder above. */
    @Test
    void ofThis_inAModule_includesTheSamples() throws Exception {
        Path classes = Path.of(CodeDigest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        assertThat(CodeDigest.ofThis())
                .isEqualTo(CodeDigest.of(Path.of("..", "samples"), classes))
                .isNotEqualTo(CodeDigest.of(samples(), classes));
    }
}
