package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {
    private final MarkdownTable table = new MarkdownTable(List.of(
            new Cell("ours", "12", 10, 0.5, 88),
            new Cell("naive", "12", 95, Double.NaN, 592),
            new Cell("other", "12", 21, Double.NaN, Double.NaN)));

    @Test
    void text_rows_areComparedWithTheFirst() {
        assertThat(table.text()).isEqualTo("""
                | | 12 |
                |---|--:|
                | ours | 10 ±0.5 (88 B) |
                | naive | 95 (592 B), **9.50x** |
                | other | 21, **2.10x** |
                """);
    }

    @Test
    void text_rowThatFailed_hasNoRatio() {
        MarkdownTable failed = new MarkdownTable(
                List.of(new Cell("ours", "12", 10, Double.NaN, Double.NaN), Cell.failed("naive", "12")));

        assertThat(failed.text()).endsWith("| ours | 10 |\n| naive | failed |\n");
        assertThat(failed.isFailed("naive", "12")).isTrue();
        assertThat(failed.isFailed("naive", "40")).isTrue();
        assertThat(failed.isFailed("ours", "12")).isFalse();
        assertThat(failed.isFailed("ours", "40")).isFalse();
    }

    /** Of what it would have told besides, such as of heap, nothing is known. */
    @Test
    void text_rowThatFailed_hasFailedInEachColumn() {
        MarkdownTable failed = new MarkdownTable(List.of(
                new Cell("ours", "time", 10, Double.NaN, Double.NaN),
                new Cell("ours", "heap", 20, Double.NaN, Double.NaN),
                Cell.failed("naive", "time")));

        assertThat(failed.text()).endsWith("| naive | failed | failed |\n");
    }

    @Test
    void value_cellThatIsMissing_isNoNumber() {
        assertThat(table.value("ours", "12")).isEqualTo(10);
        assertThat(table.value("ours", "40")).isNaN();
        assertThat(table.value("theirs", "12")).isNaN();
    }
}
