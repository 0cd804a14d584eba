package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.store.history.HistoryRun;
import io.github.profileengine.store.history.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the check of histories on wrong stores. It is worth something only if it notices every mistake of a store. */
class WrongStoresTest {
    private static final int ROUND = 50_000;
    private static final int ROUNDS = 100;

    @ParameterizedTest
    @EnumSource
    void history_ofWrongStore_hasItsViolation(WrongStore wrong) {
        Verdict verdict = new Verdict();
        for (int round = 0; round < ROUNDS && !verdict.violations().contains(wrong.kind()); round++) {
            verdict.add(HistoryRun.of(() -> engine(wrong.parts()), wrong.workload(ROUND), round));
        }
        System.out.println(wrong + ": " + verdict);
        assertThat(verdict.violations()).as(verdict.toString()).contains(wrong.kind());
    }

    private static ProfileEngine engine(StoreParts parts) {
        return Engines.builder().shards(2).parts(parts).build();
    }
}
