package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.benchmark.store.Stores;
import io.github.profileengine.benchmark.store.UpdateBenchmark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final String UPDATES = UpdateBenchmark.class.getName();

    @Test
    void of_parametersNotNamed_takeAllTheirValues() {
        List<Row> rows = Row.of(new Run(UPDATES, Map.of()));

        assertThat(rows).hasSize(Stores.values().length);
        assertThat(rows.get(0).benchmark()).isEqualTo(UPDATES + ".applied");
        assertThat(rows.get(0).parameters())
                .isEqualTo(Map.of(
                        "batch", "2000",
                        "collector", "G1",
                        "implementation", "PACKED",
                        "mix", "SET",
                        "profiles", "1000000",
                        "spread", "UNIFORM"));
    }

    @Test
    void of_parametersNamed_takeEveryCombination() {
        List<Row> rows = Row.of(new Run(
                UPDATES,
                Map.of(
                        "implementation", new String[] {"COPYING", "PACKED"},
                        "batch", new String[] {"1", "50", "2000"})));

        assertThat(rows).hasSize(6).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(row -> row.parameters().get("implementation"))
                .containsExactly("COPYING", "PACKED", "COPYING", "PACKED", "COPYING", "PACKED");
    }

    @Test
    void of_unknownParameterOrBenchmark_fails() {
        assertThatThrownBy(() -> Row.of(new Run(UPDATES, Map.of("size", new String[] {"1"}))))
                .hasMessageContaining("has no parameter size");
        assertThatThrownBy(() -> Row.of(new Run("nothing.of.this", Map.of()))).hasMessageContaining("nothing.of.this");
    }
}
