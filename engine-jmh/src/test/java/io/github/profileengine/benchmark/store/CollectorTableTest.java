package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.benchmark.Jvm;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectorTableTest {
    private static final String PROGRAM = "/other/bin/java";

    /** The JDK is another than the one that runs this, as after {@code --java}. */
    @Test
    void collectors_anotherNewJdk_hasEachOfItsColumnsOnce() {
        Section table = CollectorTable.collectors(new Jvm(Optional.of(PROGRAM), "25.0.1", "Some Maker"));

        assertThat(table.runs())
                .extracting(run -> run.parameters().get("collector")[0])
                .containsExactly("G1", "PARALLEL", "ZGC", "COMPACT_HEADERS");
        assertThat(table.runs().subList(2, 4)).extracting(Run::java).containsOnly(Optional.of(PROGRAM));
    }

    @Test
    void collectors_newJdkThatRunsThis_hasTheSameColumns() {
        Section table = CollectorTable.collectors(new Jvm(Optional.empty(), "25.0.1", "Some Maker"));

        assertThat(table.runs())
                .extracting(run -> run.parameters().get("collector")[0])
                .containsExactly("G1", "PARALLEL", "ZGC", "COMPACT_HEADERS");
        assertThat(table.runs()).extracting(Run::java).containsOnly(Optional.empty());
    }
}
