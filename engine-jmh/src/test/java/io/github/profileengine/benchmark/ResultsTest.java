package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
    private static final Map<String, String> KEY = Map.of("benchmark", "a", "code", "1");
    private static final List<Cell> CELLS = List.of(
            new Cell("ours", "wall", 12.5, 0.25, 96), new Cell("ours", "processor", 13, Double.NaN, Double.NaN));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("new/results.ndjson");
    }

    @Test
    void of_rowThatWasKept_isThereForTheNextProgram() {
        Results.Kept kept = new Results(file, false).keep(KEY, CELLS);

        assertThat(new Results(file, false).of(KEY)).contains(kept);
        assertThat(kept.cells()).isEqualTo(CELLS);
    }

    @Test
    void of_otherConditions_isEmpty() {
        Results results = new Results(file, false);
        results.keep(KEY, CELLS);

        assertThat(results.of(Map.of("benchmark", "a", "code", "2"))).isEmpty();
        assertThat(results.of(Map.of("benchmark", "a"))).isEmpty();
    }

    @Test
    void of_rowThatFailed_isEmptyUntilItIsKept() throws IOException {
        new Results(file, false).keepFailure(KEY, "no room");

        Results next = new Results(file, false);
        assertThat(Files.readString(file)).contains("\"failed\":\"no room\"");
        assertThat(next.of(KEY)).isEmpty();
        next.keep(KEY, CELLS);
        assertThat(new Results(file, false).of(KEY)).isPresent();
    }

    @Test
    void new_fresh_forgets() {
        new Results(file, false).keep(KEY, CELLS);

        assertThat(new Results(file, true).of(KEY)).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void new_lastLineCutOff_keepsTheOthersAndWhatComesNext() throws IOException {
        new Results(file, false).keep(KEY, CELLS);
        new Results(file, false).keep(Map.of("benchmark", "b"), CELLS);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 5));

        Results cut = new Results(file, false);
        cut.keep(Map.of("benchmark", "c"), CELLS);

        Results next = new Results(file, false);
        assertThat(next.of(KEY)).isPresent();
        assertThat(next.of(Map.of("benchmark", "b"))).isEmpty();
        assertThat(next.of(Map.of("benchmark", "c"))).isPresent();
    }
}
