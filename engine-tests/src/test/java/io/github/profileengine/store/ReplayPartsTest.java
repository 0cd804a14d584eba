package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.TableStep;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a log is applied at once. */
class ReplayPartsTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private static Update append(int value) {
        return Update.of(ADA).append("l", value).build();
    }

    private static Update accepted(Update update) {
        return update.accepted(update.target(), Instant.EPOCH, null);
    }

    private static LogEntry slice(long sequence, Update update) {
        return new LogEntry.Slice(0, 0, sequence, List.of(update));
    }

    /** With updates as large as they may be, twenty thousand of them at once would fit into no memory. */
    @Test
    void replay_largeUpdates_areAppliedAFewAtATime() {
        List<LogEntry> log = IntStream.range(0, 8)
                .mapToObj(at -> slice(
                        at + 1,
                        accepted(Update.of(ADA).set("k", "x".repeat(3 << 20)).build())))
                .toList();
        try (ProfileEngine engine = Engines.builder().build()) {
            engine.replay(log);
            assertThat(engine.stats().accepted()).isEqualTo(8);
            assertThat(engine.stats().batches()).isEqualTo(3);
        }
    }

    /** A subscriber whose buffer held each batch must not fail because a replay applies several batches at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void replay_subscribers_areToldAsTheLogHasIt(int threads) {
        List<LogEntry> log = IntStream.range(0, 100)
                .mapToObj(at -> slice(at + 1, accepted(append(at))))
                .toList();
        try (ProfileEngine engine = Engines.builder().build()) {
            EngineChangesTest.Seen seen = new EngineChangesTest.Seen();
            engine.changes(1, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(seen);
            engine.replay(log, threads);
            assertThat(seen.changes).hasSize(100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void replay_subscriberWhoComesLater_isToldAsTheLogHasIt(int threads) {
        try (ProfileEngine engine = Engines.builder().build()) {
            EngineChangesTest.Seen seen = new EngineChangesTest.Seen();
            Iterable<LogEntry> log = () -> IntStream.range(0, 100)
                    .<LogEntry>mapToObj(at -> {
                        if (at == 60) {
                            engine.changes(1, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run)
                                    .subscribe(seen);
                        }
                        return slice(at + 1, accepted(append(at)));
                    })
                    .iterator();
            engine.replay(log, threads);
            assertThat(seen.changes).hasSize(100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void replay_memoryEnds_isTold(int threads) {
        StoreParts parts = new StoreParts(OutOfMemoryTable::new, ReentrantLock::new, Gate::new);
        try (ProfileEngine engine = ProfileEngine.builder().parts(parts).build()) {
            assertThatThrownBy(() -> engine.replay(List.of(slice(1, accepted(append(1)))), threads))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    private static final class OutOfMemoryTable extends MapTable {
        OutOfMemoryTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        public void apply(Update update, TableStep step) {
            throw new OutOfMemoryError("as it may happen anywhere");
        }
    }
}
