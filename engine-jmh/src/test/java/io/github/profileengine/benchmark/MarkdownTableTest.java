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
    void text_targetReached_saysBothRatios() {
        Target target = new Target("set", "ours", List.of("naive", "other"), "12", 1.8);

        assertThat(table.text(target)).isEqualTo("- set: at least 1.8x asked, **2.1x** measured\n");
    }

    @Test
    void text_targetMissed_saysSo() {
        Target target = new Target("set", "ours", List.of("naive"), "12", 10);

        assertThat(table.text(target)).contains("**9.5x** measured - **missed**");
    }

    @Test
    void text_targetWithoutFigure_isNotMeasured() {
        Target target = new Target("set", "ours", List.of("naive"), "40", 10);

        assertThat(table.text(target)).contains("not measured");
    }
}
