package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToldFiguresTest {
    @Test
    @SuppressWarnings({"DataFlowIssue", "NullAway"}) // the profiler looks at no argument
    void afterIteration_figuresTold_areThoseOfThisIteration() {
        ToldFigures profiler = new ToldFigures();
        profiler.beforeIteration(null, null);
        ToldFigures.tell("waited", 3);
        ToldFigures.tell("waited", 4);

        assertThat(profiler.afterIteration(null, null, null)).singleElement().satisfies(result -> {
            assertThat(result.getLabel()).isEqualTo("waited");
            assertThat(result.getScore()).isEqualTo(4);
        });

        profiler.beforeIteration(null, null);
        assertThat(profiler.afterIteration(null, null, null)).isEmpty();
    }
}
