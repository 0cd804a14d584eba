package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Calls that have begun when the engine is closed. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineClosingTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private static Batch set(Object value) {
        return Batch.of(Update.of(ADA).set("k", value).build());
    }

    @Test
    void record_engineClosedMeanwhile_givesARecordingThatHasEnded() throws InterruptedException {
        HookedGate gate = new HookedGate();
        ProfileEngine engine = Engines.builder().parts(gate.parts()).build();
        gate.closed = engine::close;
        Recording recording = engine.record();
        assertThat(recording.isEnded()).isTrue();
        assertThat(recording.take()).isNull();
    }

    /** A write that waits for room when the engine is closed is refused, and not applied after all. */
    @TestFactory
    Stream<DynamicTest> write_engineClosedWhileItWaitsForRoom_isRefused() {
        return Stream.<Consumer<ProfileEngine>>of(
                        engine -> engine.apply(set(2)),
                        engine -> engine.apply(
                                Batch.builder().alias("p", "a", "ada").build()),
                        engine -> engine.alias("p", "a", "ada"),
                        engine -> engine.clear("p"),
                        engine -> engine.restore(Snapshot.builder().build()))
                .map(write -> DynamicTest.dynamicTest("write", () -> refusesWhatWaits(write)));
    }

    private static void refusesWhatWaits(Consumer<ProfileEngine> write) throws InterruptedException {
        MapTable table = new MapTable(new Reducer(ReducerOptions.defaults()));
        Iterator<MapTable> once = List.of(table).iterator();
        StoreParts parts = new StoreParts(
                reducer -> once.hasNext() ? once.next() : new MapTable(reducer), ReentrantLock::new, Gate::new);
        ProfileEngine engine = Engines.builder().shards(1).parts(parts).build();
        Recording recording = engine.record(1, RecordingOverflow.MAKE_BATCHES_WAIT);
        engine.apply(set(1));
        FutureTask<Void> late = new FutureTask<>(() -> write.accept(engine), null);
        awaitParked(late);
        engine.close();
        assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class)
                .cause()
                .hasMessage("the engine is closed");
        assertThat(table.get(ADA).integer("k")).isEqualTo(1);
        assertThat(recording.take()).isInstanceOf(LogEntry.Slice.class);
        assertThat(recording.take()).isNull();
    }

    private static void awaitParked(FutureTask<Void> call) {
        Thread thread = new Thread(call);
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(call).as("it ran through").isNotDone();
            Thread.yield();
        }
    }
}
