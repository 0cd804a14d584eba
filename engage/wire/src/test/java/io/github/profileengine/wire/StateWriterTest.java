package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.SnapshotBuilder;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StateWriterTest {

    private static String text(Snapshot state) {
        return new String(States.written(state), StandardCharsets.UTF_8);
    }

    @Test
    void write_aliasesUsersAndGroups_inCanonicalOrderUnderTheirSeal() {
        assertThat(text(States.small()))
                .isEqualTo(SealedTexts.state(
                        "{\"$token\":\"Z\",\"$alias\":\"\ud83d\ude00\",\"$distinct_id\":\"\uffff\"}",
                        "{\"$token\":\"t\",\"$alias\":\"b\",\"$distinct_id\":\"a\"}",
                        "{\"$token\":\"t\",\"$alias\":\"c\",\"$distinct_id\":\"b\"}",
                        "{\"$token\":\"Z\",\"$distinct_id\":\"\u00e9\",\"$properties\":{}}",
                        "{\"$token\":\"t\",\"$distinct_id\":\"a\",\"$properties\":"
                                + "{\"\\u0000\\\"\":\"\u2028\\\\\",\"m\":{\"a\":2,\"b\":1}}}",
                        "{\"$token\":\"t\",\"$distinct_id\":\"b\",\"$properties\":{\"n\":[null,0.1,-1e+300,[]]}}",
                        "{\"$token\":\"t\",\"$group_key\":\"k\",\"$group_id\":\"1\",\"$properties\":"
                                + "{\"$end\":9007199254740993,\"$ip\":\"x\"}}"));
    }

    @Test
    void write_emptyState_isHeaderAndSeal() {
        assertThat(text(Snapshot.builder().build())).isEqualTo(SealedTexts.state());
    }

    @Test
    void write_anyState_answersItsHash() throws IOException {
        StateHash hash = StateWriter.write(States.small(), new ByteArrayOutputStream());

        assertThat(hash).isEqualTo(States.small().stateHash());
        assertThat(text(States.small())).contains("\"state_hash\":\"" + hash + "\"");
    }

    @Test
    void write_equalContentOfAnotherHistoryAndShardCount_givesEqualBytes() {
        ProfileId id = ProfileId.user("t", "u");
        ProfileEngine one = ProfileEngine.builder()
                .shards(1)
                .automaticCreated(false)
                .automaticLastSeen(false)
                .build();
        one.apply(Batch.of(
                Update.of(id).set("b", 2.0).set("gone", 1).build(),
                Update.of(id).unset("gone").set("a", 1).build()));
        one.alias("t", "x", "u");
        Snapshot other = Snapshot.builder()
                .add(Profile.of(id, Map.of("a", 1, "b", 2)))
                .alias("t", "x", "u")
                .build();

        assertThat(text(one.snapshot())).isEqualTo(text(other));
    }

    @Test
    void write_toAStream_flushesAndLeavesItOpen() throws IOException {
        StringBuilder calls = new StringBuilder();
        StateWriter.write(States.small(), new FilterOutputStream(new ByteArrayOutputStream()) {
            @Override
            public void flush() {
                calls.append("f");
            }

            @Override
            public void close() {
                calls.append("c");
            }
        });

        assertThat(calls.toString()).endsWith("f").doesNotContain("c");
    }

    /** Measured by what the thread has allocated when the first lines of a large project are written. */
    @Test
    void write_largeProject_makesItsLinesOneByOne() throws IOException {
        SnapshotBuilder large = Snapshot.builder();
        String text = "x".repeat(100_000);
        for (int number = 0; number < 300; number++) {
            large.add(Profile.of(ProfileId.user("t", "u" + number), Map.of("k", text)));
        }
        Snapshot state = large.build();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AtomicLong atFirst = new AtomicLong();
        long before = threads.getCurrentThreadAllocatedBytes();
        StateWriter.write(state, new OutputStream() {
            private long written;

            @Override
            public void write(int one) {
                written++;
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                written += count;
                if (written > text.length() && atFirst.get() == 0) {
                    atFirst.set(threads.getCurrentThreadAllocatedBytes() - before);
                }
            }
        });
        assertThat(atFirst.get()).isBetween(1L, 50L * text.length());
    }
}
