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

    @Test
    void of_sameBytes_isTheSame() throws IOException {
        Path jar = Files.writeString(folder.resolve("benchmarks.jar"), "one");
        String digest = CodeDigest.of(jar);

        Files.writeString(jar, "one");

        assertThat(CodeDigest.of(jar)).isEqualTo(digest).matches("[0-9a-f]{16}");
    }

    @Test
    void of_otherLibraryOrClasses_isAnother() throws IOException {
        Path jar = Files.writeString(folder.resolve("benchmarks.jar"), "one");
        Path library =
                Files.writeString(Files.createDirectory(folder.resolve("lib")).resolve("engine.jar"), "one");
        String digest = CodeDigest.of(jar);

        Files.writeString(library, "two");
        String otherLibrary = CodeDigest.of(jar);
        Files.writeString(jar, "two");

        assertThat(otherLibrary).isNotEqualTo(digest);
        assertThat(CodeDigest.of(jar)).isNotEqualTo(otherLibrary);
    }

    @Test
    void ofThis_classes_areFound() {
        assertThat(CodeDigest.ofThis()).matches("[0-9a-f]{16}").isNotEqualTo(CodeDigest.of(folder));
    }
}
