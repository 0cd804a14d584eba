package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleWorkloadTest {
    private static final int AUTHORS = 1_421;
    private static final int UPDATES = 47_942;

    @Test
    void fill_copies_holdWhatTheSampleLeavesItsAuthorsWith() {
        ModelStore store = new ModelStore();
        new SampleWorkload(2 * AUTHORS, 1).fill(store);

        assertThat(store.profiles()).hasSize(2 * AUTHORS);
        Map<String, Object> first = store.content("author-994ef030a0a1-0");
        assertThat(first).isEqualTo(store.content("author-994ef030a0a1-1")).containsEntry("first_area", "README.md");
        assertThat((List<?>) first.get("recent_sizes"))
                .isNotEmpty()
                .isNotSameAs(store.content("author-994ef030a0a1-1").get("recent_sizes"));
    }

    @Test
    void edits_onceThroughTheSample_haveItsOperators() {
        Map<Operator, Long> operators = Arrays.stream(new SampleWorkload(AUTHORS, 3).edits(UPDATES))
                .collect(Collectors.groupingBy(Edit::operator, Collectors.counting()));

        assertThat(operators)
                .isEqualTo(Map.of(
                        Operator.ADD, 10_718L,
                        Operator.APPEND, 9_284L,
                        Operator.SET_ONCE, 9_264L,
                        Operator.UNION, 9_264L,
                        Operator.SET, 9_264L,
                        Operator.REMOVE, 147L,
                        Operator.UNSET, 1L));
    }

    @Test
    void edits_authors_areDrawnAsOftenAsInTheSample() {
        Map<String, Long> edits = Arrays.stream(new SampleWorkload(4 * AUTHORS, 3).edits(UPDATES))
                .map(edit -> edit.id().substring(0, edit.id().lastIndexOf('-')))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(edits.values().stream().max(Long::compare)).contains(5_376L);
        assertThat(edits).hasSize(AUTHORS);
    }
}
