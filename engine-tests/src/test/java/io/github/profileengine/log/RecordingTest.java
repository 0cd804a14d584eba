package io.github.profileengine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RecordingTest {
    private static final Update UPDATE =
            Update.of(ProfileId.user("p", "u")).set("k", 1).build();
    private static final Snapshot START = Snapshot.builder().build();

    private static Recording recording(long capacity, RecordingOverflow overflow) {
        return new Recording(START, 4, capacity, overflow);
    }

    private static Recording ending(long capacity) {
        return recording(capacity, RecordingOverflow.END_RECORDING);
    }

    private static List<Update> updates(int count) {
        return Collections.nCopies(count, UPDATE);
    }

    private static List<LogEntry> drained(Recording recording) {
        List<LogEntry> entries = new ArrayList<>();
        assertThat(recording.drain(entries::add)).isEqualTo(entries.size());
        return entries;
    }

    @Test
    void poll_entries_comeInTheirOrderAndNumbered() {
        Recording recording = ending(100);
        Alias alias = new Alias("p", "a", "b");
        recording.slice(2, updates(2));
        recording.slice(0, updates(1));
        recording.aliased(alias);
        recording.slice(2, updates(1));
        recording.cleared("p");
        recording.restored(START);
        recording.slice(2, updates(1));
        assertThat(drained(recording))
                .containsExactly(
                        new LogEntry.Slice(0, 2, 1, updates(2)),
                        new LogEntry.Slice(0, 0, 1, updates(1)),
                        new LogEntry.Aliased(0, alias),
                        new LogEntry.Slice(1, 2, 2, updates(1)),
                        new LogEntry.Cleared(1, "p"),
                        new LogEntry.Restored(2, START),
                        new LogEntry.Slice(3, 2, 3, updates(1)));
        assertThat(recording.poll()).isNull();
    }

    @Test
    void takeStart_once_givesTheStateAndForgetsIt() {
        Recording recording = ending(1);
        assertThat(recording.takeStart().orElseThrow()).isSameAs(START);
        assertThat(recording.takeStart()).isEmpty();
    }

    @Test
    void close_queuedEntries_canStillBeTaken() throws InterruptedException {
        Recording recording = ending(100);
        recording.slice(0, updates(1));
        assertThat(recording.isEnded()).isFalse();
        recording.close();
        recording.close();
        assertThat(recording.isEnded()).isTrue();
        recording.slice(0, updates(1));
        recording.cleared("p");
        assertThat(recording.take()).isEqualTo(new LogEntry.Slice(0, 0, 1, updates(1)));
        assertThat(recording.take()).isNull();
        assertThat(recording.poll()).isNull();
    }

    @Test
    void endRecording_queueFull_endsBeforeTheEntryThatHasNoRoom() {
        Recording recording = ending(3);
        recording.slice(0, updates(2));
        recording.aliased(new Alias("p", "a", "b"));
        assertThat(recording.isEnded()).isFalse();
        recording.slice(0, updates(1));
        assertThat(recording.isEnded()).isTrue();
        recording.slice(0, updates(1));
        assertThat(recording.poll()).isInstanceOf(LogEntry.Slice.class);
        assertThat(recording.poll()).isInstanceOf(LogEntry.Aliased.class);
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(recording::poll)
                    .isInstanceOf(RecordingOverflowException.class)
                    .hasMessage("the recording ended: its queue of 3 updates was full: read it faster, give it more"
                            + " room, or let batches wait");
            assertThatThrownBy(recording::take).isInstanceOf(RecordingOverflowException.class);
        }
    }

    @Test
    void endRecording_drain_handsOutWhatIsThereThenThrows() {
        Recording recording = ending(2);
        recording.slice(0, updates(2));
        recording.slice(1, updates(1));
        List<LogEntry> entries = new ArrayList<>();
        assertThatThrownBy(() -> recording.drain(entries::add)).isInstanceOf(RecordingOverflowException.class);
        assertThat(entries).containsExactly(new LogEntry.Slice(0, 0, 1, updates(2)));
    }

    @Test
    void endRecording_takenInTime_goesOn() {
        Recording recording = ending(2);
        for (int round = 0; round < 10; round++) {
            recording.slice(0, updates(2));
            assertThat(drained(recording)).hasSize(1);
        }
        assertThat(recording.isEnded()).isFalse();
    }

    @Test
    void endRecording_oneSliceBeyondTheCapacity_isTakenIfNothingWaits() {
        Recording recording = ending(2);
        recording.slice(0, updates(5));
        assertThat(recording.isEnded()).isFalse();
        assertThat(drained(recording)).hasSize(1);
    }

    @Test
    void endRecording_awaitRoom_neverWaits() {
        Recording recording = ending(1);
        recording.slice(0, updates(5));
        recording.awaitRoom();
    }

    @Test
    void makeBatchesWait_beyondTheCapacity_keepsWhatWasBegun() {
        Recording recording = recording(1, RecordingOverflow.MAKE_BATCHES_WAIT);
        recording.slice(0, updates(3));
        recording.slice(1, updates(3));
        assertThat(recording.isEnded()).isFalse();
        assertThat(drained(recording)).hasSize(2);
    }

    @Test
    void makeBatchesWait_queueFull_waitsUntilThereIsRoom() throws Exception {
        Recording recording = recording(2, RecordingOverflow.MAKE_BATCHES_WAIT);
        recording.slice(0, updates(1));
        recording.awaitRoom();
        recording.slice(0, updates(2));
        CompletableFuture<Void> waiting = afterRoom(recording);
        recording.poll();
        assertThat(waiting).as("two of two are taken").isNotDone();
        recording.poll();
        waiting.get(30, TimeUnit.SECONDS);
    }

    @Test
    void makeBatchesWait_closed_letsWaitersGo() throws Exception {
        Recording recording = recording(1, RecordingOverflow.MAKE_BATCHES_WAIT);
        recording.slice(0, updates(1));
        CompletableFuture<Void> waiting = afterRoom(recording);
        recording.close();
        waiting.get(30, TimeUnit.SECONDS);
        recording.awaitRoom();
    }

    private static CompletableFuture<Void> afterRoom(Recording recording) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        waiting(() -> {
            recording.awaitRoom();
            done.complete(null);
        });
        return done;
    }

    /** Starts a thread with this action, and returns it once it waits in the action. */
    private static Thread waiting(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(thread.getState()).as("it ran through").isNotEqualTo(Thread.State.TERMINATED);
            Thread.yield();
        }
        return thread;
    }

    @Test
    void makeBatchesWait_interrupted_waitsOnAndKeepsTheInterrupt() throws Exception {
        Recording recording = recording(1, RecordingOverflow.MAKE_BATCHES_WAIT);
        recording.slice(0, updates(1));
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        waiting(() -> {
            Thread.currentThread().interrupt();
            recording.awaitRoom();
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        assertThat(interrupted).isNotDone();
        recording.poll();
        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void take_nothingThere_waitsForAnEntry() throws Exception {
        Recording recording = ending(10);
        CompletableFuture<LogEntry> taken = new CompletableFuture<>();
        Thread thread = taking(recording, taken);
        assertThat(taken).isNotDone();
        recording.cleared("p");
        assertThat(taken.get(30, TimeUnit.SECONDS)).isEqualTo(new LogEntry.Cleared(0, "p"));
        thread.join();
    }

    @Test
    void take_recordingCloses_endsWithNull() throws Exception {
        Recording recording = ending(10);
        CompletableFuture<LogEntry> taken = new CompletableFuture<>();
        taking(recording, taken);
        recording.close();
        assertThat(taken.get(30, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void take_interrupted_throws() {
        CompletableFuture<LogEntry> taken = new CompletableFuture<>();
        taking(ending(10), taken).interrupt();
        assertThatThrownBy(() -> taken.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
    }

    private static Thread taking(Recording recording, CompletableFuture<LogEntry> taken) {
        return waiting(() -> {
            try {
                taken.complete(recording.take());
            } catch (InterruptedException | RuntimeException e) {
                taken.completeExceptionally(e);
            }
        });
    }

    @Test
    void constructor_withoutCapacity_isRefused() {
        for (long capacity : new long[] {0, -1}) {
            assertThatThrownBy(() -> ending(capacity)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A writer may be quicker than the thread that drains, and the action may write itself. */
    @Test
    void drain_entriesThatComeMeanwhile_areForTheNextCall() {
        Recording recording = ending(100);
        recording.slice(0, updates(1));
        recording.slice(0, updates(2));
        assertThat(recording.drain(entry -> recording.slice(1, updates(1)))).isEqualTo(2);
        assertThat(drained(recording)).hasSize(2);
    }

    @Test
    void drain_recordingThatEnded_handsOverAllAndTellsWhy() {
        Recording recording = ending(2);
        recording.slice(0, updates(2));
        recording.slice(0, updates(1));
        List<LogEntry> entries = new ArrayList<>();
        assertThatThrownBy(() -> recording.drain(entries::add)).isInstanceOf(RecordingOverflowException.class);
        assertThat(entries).hasSize(1);
    }
}
