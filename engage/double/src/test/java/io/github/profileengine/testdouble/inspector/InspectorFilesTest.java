package io.github.profileengine.testdouble.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class InspectorFilesTest {
    private static final Path SOURCES = Path.of("src/main/resources/io/github/profileengine/testdouble/inspector");
    private static final int MOST_PACKED_BYTES = 150_000;

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.toList();
        }
    }

    @Test
    void names_areThoseOfEveryFileThereIs() throws IOException {
        assertThat(sources())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(InspectorFiles.NAMES);
    }

    @Test
    void files_packed_areSmall() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (Path file : sources()) {
                out.write(Files.readAllBytes(file));
            }
        }

        assertThat(packed.size()).isBetween(1_000, MOST_PACKED_BYTES);
    }

    @Test
    void files_areShortAndMakeNoMarkupOfTexts() throws IOException {
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines).as("%s", file).hasSizeLessThanOrEqualTo(300);
            assertThat(lines)
                    .as("%s", file)
                    .noneMatch(line ->
                            line.matches(".*(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\().*"));
        }
    }
}
