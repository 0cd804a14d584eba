package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.store.history.HistoryRun;
import io.github.profileengine.store.history.Verdict;
import io.github.profileengine.store.history.Workload;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether everything that clients of one engine see at the same time can be explained; see {@link HistoryRun}. */
class HistoryTest {
    private static final int ROUND = 500_000;
    private static final int FORKS_A_ROUND = 8;
    private static final int CUTS_A_ROUND = 64;

    @Test
    void engine_fiveMillionOperations_areAllExplained() {
        explained("16 shards", Engines.parts(), 16, 10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_024})
    void engine_ofAnyNumberOfShards_isExplained(int shards) {
        explained(shards + " shards", Engines.parts(), shards, 2);
    }

    /** The table that wrong stores extend is itself correct. */
    @Test
    void mapTable_asTable_isExplained() {
        explained("map", new StoreParts(MapTable::new, ReentrantLock::new, Gate::new), 2, 2);
    }

    private static void explained(String what, StoreParts parts, int shards, int rounds) {
        Verdict verdict = new Verdict();
        for (int round = 0; round < rounds; round++) {
            Workload workload = round % 2 == 0 ? Workload.growing(ROUND) : Workload.deleting(ROUND);
            verdict.add(HistoryRun.of(() -> engine(parts, shards), workload, round));
        }
        System.out.println("history of " + what + ": " + verdict);
        assertThat(verdict.violations()).as(verdict.toString()).isEmpty();
        assertThat(verdict.operations()).isGreaterThanOrEqualTo((long) rounds * ROUND);
        assertThat(verdict.forks()).isEqualTo(rounds * FORKS_A_ROUND);
        assertThat(verdict.cuts()).isEqualTo(rounds * CUTS_A_ROUND);
    }

    private static ProfileEngine engine(StoreParts parts, int shards) {
        return Engines.builder()
                .clock(InstantSource.fixed(Instant.EPOCH))
                .shards(shards)
                .parts(parts)
                .build();
    }
}
