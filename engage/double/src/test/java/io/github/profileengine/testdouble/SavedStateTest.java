package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedStateTest {
    private static final Snapshot STATE = Snapshot.builder()
            .add(Profile.of(ProfileId.user("shop", "u1"), Map.of("credits", 3)))
            .build();

    @Test
    void write_overALink_replacesWhatItLeadsToAndKeepsPermissions(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("state.ndjson"), "old");
        assumeThat(Files.getFileStore(file).supportsFileAttributeView("posix")).isTrue();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Path link = Files.createSymbolicLink(folder.resolve("link.ndjson"), file);
        SavedState.write(STATE, link);

        assertThat(link).isSymbolicLink();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(SavedState.read(file)).isEqualTo(STATE);
    }

    @Test
    void write_overALinkToNothing_makesWhatItLeadsTo(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.ndjson"), Path.of("later.ndjson"));
        SavedState.write(STATE, link);

        assertThat(link).isSymbolicLink();
        assertThat(SavedState.read(folder.resolve("later.ndjson"))).isEqualTo(STATE);
    }

    @Test
    void write_overAFolder_isRefused(@TempDir Path folder) throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        assertThatThrownBy(() -> SavedState.write(STATE, other))
                .isInstanceOf(IOException.class)
                .hasMessage(other + " is not a regular file, so it is not replaced");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
