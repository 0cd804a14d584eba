package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.log.RecordingOverflowException;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log that lacks an entry says so, also if the entry is missing for lack of memory. */
class RecordingMemoryTest {
    private static final Update UPDATE =
            Update.of(ProfileId.user("p", "ada")).set("k", 1).build();

    private static Recording recording() {
        return new Recording(Snapshot.builder().build(), 1, 10, RecordingOverflow.END_RECORDING);
    }

    @Test
    void record_oneRecordingLacksMemory_endsItAndGoesOnWithTheOthers() {
        Recording lacking = recording();
        Recording other = recording();
        assertThatThrownBy(() -> WriteListeners.record(new Recording[] {lacking, other}, each -> {
                    if (each == lacking) {
                        throw new OutOfMemoryError("as it may happen anywhere");
                    }
                    each.slice(0, List.of(UPDATE));
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(lacking.isEnded()).isTrue();
        assertThatThrownBy(lacking::poll).isInstanceOf(RecordingOverflowException.class);
        assertThat(other.isEnded()).isFalse();
        assertThat(other.poll()).isEqualTo(new LogEntry.Slice(0, 0, 1, List.of(UPDATE)));
    }

    @Test
    void fail_takesNothingInAnyMoreAndTellsAfterWhatWaits() {
        Recording recording = recording();
        recording.slice(0, List.of(UPDATE));
        recording.fail();
        recording.slice(0, List.of(UPDATE));
        assertThat(recording.poll()).isEqualTo(new LogEntry.Slice(0, 0, 1, List.of(UPDATE)));
        assertThatThrownBy(recording::poll)
                .isInstanceOf(RecordingOverflowException.class)
                .hasMessage("the recording ended: there was no memory for what came next");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void fail_whileSomebodyWaits_tellsThem() throws InterruptedException {
        Recording recording = recording();
        CompletableFuture<@Nullable LogEntry> taken = new CompletableFuture<>();
        Thread taker = new Thread(() -> {
            try {
                taken.complete(recording.take());
            } catch (RecordingOverflowException | InterruptedException told) {
                taken.completeExceptionally(told);
            }
        });
        taker.start();
        while (taker.getState() != Thread.State.WAITING && taker.isAlive()) {
            Thread.onSpinWait();
        }
        recording.fail();
        taker.join();
        assertThat(taken).isCompletedExceptionally();
    }

    @Test
    void clear_memoryEndsBetweenTwoShards_endsTheRecording() {
        StoreParts parts = new StoreParts(UnclearableTable::new, ReentrantLock::new, Gate::new);
        try (ProfileEngine engine =
                        ProfileEngine.builder().shards(2).parts(parts).build();
                Recording recording = engine.record()) {
            engine.apply(Batch.of(UPDATE));
            assertThatThrownBy(() -> engine.clear("p")).isInstanceOf(OutOfMemoryError.class);
            assertThat(recording.poll()).isInstanceOf(LogEntry.Slice.class);
            assertThatThrownBy(recording::poll).isInstanceOf(RecordingOverflowException.class);
            // The engine goes on.
            engine.apply(Batch.of(UPDATE));
            assertThat(engine.count()).isEqualTo(1);
        }
    }

    private static final class UnclearableTable extends MapTable {
        UnclearableTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        public Consumer<Consumer<? super Profile>> clear(String token) {
            throw new OutOfMemoryError("as it may happen anywhere");
        }
    }
}
