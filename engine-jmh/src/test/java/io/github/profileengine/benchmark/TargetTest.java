package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {
    private final Figures figures = new MarkdownTable(List.of(
            new Cell("ours", "12", 10, Double.NaN, Double.NaN),
            new Cell("naive", "12", 95, Double.NaN, Double.NaN),
            new Cell("other", "12", 21, Double.NaN, Double.NaN)));

    @Test
    void verdict_leastRatioReached_saysBothRatios() {
        Target target = Target.atLeast("set", "ours", List.of("naive", "other", "none"), "12", 1.8);

        assertThat(target.verdict(figures)).isEqualTo("- set: at least 1.8x asked, **2.1x** measured\n");
    }

    @Test
    void verdict_leastRatioMissed_saysSo() {
        Target target = Target.atLeast("set", "ours", List.of("naive"), "12", 10);

        assertThat(target.verdict(figures)).contains("**9.5x** measured - **missed**");
    }

    @Test
    void verdict_mostRatioReached_saysBothRatios() {
        Target target = Target.atMost("slowdown", "ours", "other", "12", 2.1);

        assertThat(target.verdict(figures)).isEqualTo("- slowdown: at most 2.1x asked, **2.1x** measured\n");
    }

    @Test
    void verdict_mostRatioMissed_saysSo() {
        Target target = Target.atMost("slowdown", "ours", "other", "12", 1.5);

        assertThat(target.verdict(figures)).contains("at most 1.5x asked, **2.1x** measured - **missed**");
    }

    @Test
    void verdict_missedByLittle_doesNotLookLikeWhatWasAsked() {
        Target slower = Target.atMost("slowdown", "ours", "other", "12", 2.08);
        Target faster = Target.atLeast("set", "ours", List.of("other"), "12", 2.12);

        assertThat(slower.verdict(figures)).contains("at most 2.1x asked, **2.100x** measured - **missed**");
        assertThat(faster.verdict(figures)).contains("at least 2.1x asked, **2.100x** measured - **missed**");
    }

    @Test
    void verdict_growthOfARow_comparesItsColumns() {
        Figures growing = new MarkdownTable(List.of(
                new Cell("ours", "few", 10, Double.NaN, Double.NaN),
                new Cell("ours", "many", 12, Double.NaN, Double.NaN)));

        assertThat(Target.growth("growth", "ours", "few", "many", 1.3).verdict(growing))
                .isEqualTo("- growth: at most 1.3x asked, **1.2x** measured\n");
        assertThat(Target.growth("growth", "ours", "few", "many", 1.1).verdict(growing))
                .endsWith("**1.2x** measured - **missed**\n");
    }

    @Test
    void verdict_figureItself_isComparedInItsUnit() {
        assertThat(Target.within("time", "ours", "12", 1000, "us").verdict(figures))
                .isEqualTo("- time: at most 1,000.0 us asked, **10.0 us** measured\n");
        assertThat(Target.within("time", "ours", "12", 9, "us").verdict(figures))
                .endsWith("**10.0 us** measured - **missed**\n");
    }

    @Test
    void verdict_figureThatIsMissing_isNotMeasured() {
        String notMeasured = "- set: not measured\n";

        assertThat(Target.atLeast("set", "ours", List.of("naive"), "40", 10).verdict(figures))
                .isEqualTo(notMeasured);
        assertThat(Target.atLeast("set", "none", List.of("naive"), "12", 10).verdict(figures))
                .isEqualTo(notMeasured);
        assertThat(Target.atMost("set", "ours", "none", "12", 10).verdict(figures))
                .isEqualTo(notMeasured);
        assertThat(Target.within("set", "none", "12", 10, "us").verdict(figures))
                .isEqualTo(notMeasured);
    }
}
