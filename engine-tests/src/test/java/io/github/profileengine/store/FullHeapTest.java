package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.jvm.ChildJvm;
import org.junit.jupiter.api.Test;

/** Deleting profiles empties a heap that is nearly full, although it has no room to move anything. */
class FullHeapTest {
    @Test
    void delete_noMemoryForACompaction_takesAllAway() throws Exception {
        String printed =
                ChildJvm.run(FullHeap.class, "-Xmx64m", "-XX:+UseSerialGC", "-Dprofile-engine.store=" + Engines.kind());
        assertThat(printed.lines().toList())
                .hasSize(12)
                .startsWith("left=55000")
                .endsWith("left=0");
    }
}
