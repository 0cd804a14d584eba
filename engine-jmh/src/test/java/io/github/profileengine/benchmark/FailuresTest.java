package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.benchmark.store.OptionTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

class FailuresTest {
    @Test
    void cells_ofATable_haveItsRowsAndColumns() {
        List<Cell> cells = new ArrayList<>();
        for (Section section : OptionTable.sections()) {
            for (Run run : section.runs()) {
                Row.of(run).forEach(row -> cells.addAll(Failures.cells(section, run, row, Jvm.current())));
            }
        }

        assertThat(cells).allMatch(Cell::isFailed);
        assertThat(new MarkdownTable(cells).text())
                .contains("| nothing else | failed | failed |")
                .contains("| | wall | processor | 10,000 profiles | 1,000,000 profiles |");
    }

    @Test
    void reason_causesAndSuppressed_isTheInnermostInOneLine() {
        RuntimeException inner = new IllegalStateException("first\nsecond");
        Exception forked = new Exception("of the other JVM");
        forked.addSuppressed(inner);

        assertThat(Failures.reason(new RunnerException("caught", forked)))
                .isEqualTo("java.lang.IllegalStateException: first");
        assertThat(Failures.reason(new RunnerException("x".repeat(999))))
                .hasSize(203)
                .endsWith("x...");
    }
}
