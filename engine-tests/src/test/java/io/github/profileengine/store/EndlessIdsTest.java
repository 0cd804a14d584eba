package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.jvm.ChildJvm;
import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.snapshot.StateHash;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A JVM with 64 MB of heap, an engine bounded to 32 MB, and ids without end. */
class EndlessIdsTest {
    private static final Map<String, String> PRINTED = new HashMap<>();

    @BeforeAll
    static void runInASmallHeap() throws IOException, InterruptedException {
        String output = ChildJvm.run(
                EndlessIds.class,
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dprofile-engine.store=" + Engines.kind());
        output.lines()
                .filter(line -> line.contains("="))
                .forEach(line ->
                        PRINTED.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
    }

    private static long number(String name) {
        return Long.parseLong(PRINTED.get(name));
    }

    @Test
    void oneProject_beyondTheBound_stateIsThatOfTheFirstThatHadRoom() {
        StateHash.Sum sum = new StateHash.Sum();
        long bytes = EngineBounds.PROJECT_BYTES;
        int known = 0;
        while (bytes < EndlessIds.MAX_BYTES) {
            Map<String, Object> properties = new HashMap<>(EndlessIds.properties(known));
            properties.put("$last_seen", "1970-01-01T00:00:00");
            bytes += Profile.of(EndlessIds.id(known), properties).estimatedBytes();
            properties.put("visits", known + 1);
            sum.add(CanonicalRecord.of(Profile.of(EndlessIds.id(known), properties)));
            known++;
        }
        assertThat(number("known")).isEqualTo(known);
        assertThat(PRINTED.get("hash")).isEqualTo(sum.hash().toString());
        assertThat(number("rejected")).isEqualTo(EndlessIds.IDS - known);
        assertThat(number("right"))
                .as("reads, of those that are there and those that are not")
                .isEqualTo((EndlessIds.IDS + 6) / 7);
    }

    /** An estimate is useful only if the heap follows it. It estimates objects; records take less. */
    @Test
    void usedHeap_fullEngine_isAboutTheBound() {
        assertThat(number("estimated")).isBetween(EndlessIds.MAX_BYTES * 9 / 10, EndlessIds.MAX_BYTES * 11 / 10);
        long least = EndlessIds.MAX_BYTES / (Engines.kind() == StoreKind.PLAIN ? 2 : 4);
        assertThat(number("used")).isBetween(least, EndlessIds.MAX_BYTES * 13 / 10);
        assertThat(number("projectsUsed")).isBetween(least, EndlessIds.MAX_BYTES * 13 / 10);
    }

    @Test
    void manyProjects_beyondTheBound_areRejected() {
        assertThat(number("projectsRejected")).isPositive();
        assertThat(number("projectsKnown") + number("projectsRejected")).isEqualTo(EndlessIds.PROJECTS);
    }

    @Test
    void projectsThatComeAndGo_leaveNothing() {
        assertThat(number("goneRejected")).isZero();
        assertThat(number("goneKnown")).isZero();
        assertThat(number("goneUsed")).isLessThan(EndlessIds.MAX_BYTES / 8);
    }
}
