package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    @TempDir
    private Path folder;

    private static void write(String name, OutputStream standardOutput) throws UnusableFileException {
        try (OutputFile output = OutputFile.open(name, standardOutput)) {
            output.line("ours");
            output.commit();
        }
    }

    /** All checks before the work may pass, and the last step still fail. The work must not be lost. */
    @Test
    void commit_placeIsTakenMeanwhile_keepsWhatWasWrittenAndNamesIt() throws Exception {
        Path target = folder.resolve("state");
        UnusableFileException failure;
        try (OutputFile output = OutputFile.open(target.toString(), OutputStream.nullOutputStream())) {
            output.line("ours");
            Files.createDirectories(target.resolve("taken"));
            failure = catchThrowableOfType(UnusableFileException.class, output::commit);
        }
        String begin = target + ": Is a directory; what was to be written there is in ";
        assertThat(failure.text()).startsWith(begin);
        assertThat(Path.of(failure.text().substring(begin.length()))).hasContent("ours\n");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void commit_whatWasWrittenIsGone_fails() throws Exception {
        Path target = folder.resolve("state");
        try (OutputFile output = OutputFile.open(target.toString(), OutputStream.nullOutputStream())) {
            for (Path partial : List.of(folder.toFile().listFiles()).stream()
                    .map(File::toPath)
                    .toList()) {
                Files.delete(partial);
            }
            assertThatThrownBy(output::commit)
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessage(target + ": no such file or folder");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "new/     | no such folder",
                "a\uFFFDb | the name is not valid in the character encoding of this system (see LC_ALL)",
            })
    void open_nameThatIsNoFile_isRefused(String name, String problem) {
        String path = folder + "/" + name;
        assertThatThrownBy(() -> write(path, OutputStream.nullOutputStream()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(path + ": " + problem);
        assertThat(folder).isEmptyDirectory();
    }

    /** The shell may have opened the file behind it to append to it. */
    @ParameterizedTest
    @ValueSource(strings = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
    void open_anyNameOfStandardOutput_isThatStream(String name) throws UnusableFileException {
        ByteArrayOutputStream standardOutput = new ByteArrayOutputStream();
        write(name, standardOutput);
        assertThat(standardOutput.toString(StandardCharsets.UTF_8)).isEqualTo("ours\n");
    }

    /** If it were opened again, it would be written at another position than the one at which the shell writes. */
    @Test
    void open_descriptorOfAFile_isRefused() throws IOException {
        assumeTrue(Files.isDirectory(DESCRIPTORS), "no descriptors to be named here");
        Path file = Files.writeString(folder.resolve("all"), "before\n");
        try (FileInputStream held = new FileInputStream(file.toFile());
                Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
            assertThat(held.read()).isEqualTo('b');
            Path descriptor =
                    descriptors.filter(one -> leadsTo(one, file)).findFirst().orElseThrow();
            assertThatThrownBy(() -> write(descriptor.toString(), OutputStream.nullOutputStream()))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("is a file that is open already; name the file itself");
        }
        assertThat(file).hasContent("before\n");
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.isRegularFile(descriptor) && Files.isSameFile(descriptor, file);
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    @Test
    void open_linkToNothing_makesWhatItLeadsTo() throws IOException, UnusableFileException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later"));
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("link"));
        assertThat(OutputFile.isSame(first.toString(), folder.resolve("later").toString()))
                .isTrue();
        write(first.toString(), OutputStream.nullOutputStream());
        assertThat(first).isSymbolicLink();
        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("later")).hasContent("ours\n");
    }

    /** Refused before all the work, not when the file gets its name at the end. */
    @Test
    void open_nameThatIsTooLong_isRefused() {
        String name = folder.resolve("x".repeat(300)).toString();
        assertThatThrownBy(() -> OutputFile.open(name, OutputStream.nullOutputStream()))
                .isInstanceOf(UnusableFileException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void open_nameThatNoFileCanHave_isRefused() {
        assertThatThrownBy(() -> OutputFile.open("a\0b", OutputStream.nullOutputStream()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("a\0b: is not a valid file name: ");
    }

    @Test
    void open_linksInACircle_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
        assertThatThrownBy(() -> write(link.toString(), OutputStream.nullOutputStream()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("too many symbolic links");
        assertThat(link).isSymbolicLink();
    }
}
