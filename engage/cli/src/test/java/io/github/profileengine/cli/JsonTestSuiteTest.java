package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every file of JSONTestSuite through {@code apply}. None may crash it, hang it or count as something it is not.
 */
class JsonTestSuiteTest {

    private static final String SUITE = "shared/JSONTestSuite/test_parsing";
    private static final Duration BOUND = Duration.ofSeconds(20);

    @TestFactory
    Stream<DynamicTest> apply_everyFile_endsWithACodeOfItsOwn() throws IOException {
        List<Path> files = files();
        Assumptions.assumeFalse(files.isEmpty(), () -> "no " + SUITE + " beside the repository: files not tried");
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> tryOut(file)));
    }

    /** No file holds a record, so a well-formed file is rejected too, unless it is empty. */
    private static void tryOut(Path file) {
        ToolRun run = Assertions.assertTimeoutPreemptively(BOUND, () -> ToolRun.of("apply", file));

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("fault of this tool", "\tat ", "Exception");
        String summary = run.errLines().get(run.errLines().size() - 1);
        if (summary.startsWith("0 updates,")) {
            assertThat(run.code()).isZero();
        } else {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains(file + ":0: ");
        }
        if (file.getFileName().toString().startsWith("n_") && !summary.startsWith("0 updates,")) {
            assertThat(run.err()).contains(": json: ");
        }
    }

    private static List<Path> files() throws IOException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path suite = folder.resolve(SUITE);
            if (Files.isDirectory(suite)) {
                return inOrder(suite);
            }
        }
        return List.of();
    }

    private static List<Path> inOrder(Path suite) {
        try (Stream<Path> files = Files.list(suite)) {
            return files.sorted().toList();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
