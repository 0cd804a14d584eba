package io.github.profileengine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recording whose entries an action does not take. */
class RecordingDrainTest {
    private static final Update UPDATE =
            Update.of(ProfileId.user("p", "u")).set("k", 1).build();

    private static Recording recording(long capacity, RecordingOverflow overflow) {
        return new Recording(Snapshot.builder().build(), 4, capacity, overflow);
    }

    private static void refuse(LogEntry entry) {
        throw new IllegalStateException("no room for " + entry);
    }

    @ParameterizedTest
    @EnumSource
    void drain_actionThatThrowsOnce_getsTheEntryAgain(RecordingOverflow overflow) {
        Recording recording = recording(4, overflow);
        recording.slice(0, List.of(UPDATE));
        recording.slice(0, List.of(UPDATE, UPDATE));
        recording.slice(1, List.of(UPDATE));
        List<LogEntry> entries = new ArrayList<>();
        assertThatThrownBy(() -> recording.drain(entry -> {
                    if (!entries.isEmpty()) {
                        refuse(entry);
                    }
                    entries.add(entry);
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no room");
        assertThat(recording.drain(entries::add)).isEqualTo(2);
        assertThat(entries)
                .containsExactly(
                        new LogEntry.Slice(0, 0, 1, List.of(UPDATE)),
                        new LogEntry.Slice(0, 0, 2, List.of(UPDATE, UPDATE)),
                        new LogEntry.Slice(0, 1, 1, List.of(UPDATE)));
        assertThat(recording.poll()).isNull();
    }

    @Test
    void drain_actionThatThrows_leavesNoMoreRoomThanBefore() {
        Recording recording = recording(2, RecordingOverflow.END_RECORDING);
        recording.slice(0, List.of(UPDATE, UPDATE));
        assertThatThrownBy(() -> recording.drain(RecordingDrainTest::refuse)).hasMessageStartingWith("no room");
        recording.slice(1, List.of(UPDATE));
        assertThat(recording.isEnded()).isTrue();
        assertThat(recording.poll()).isEqualTo(new LogEntry.Slice(0, 0, 1, List.of(UPDATE, UPDATE)));
    }

    /** Why a recording ended is told only after all of its entries, so also after one that was put back. */
    @Test
    void drain_actionThatThrowsAfterTheEnd_getsTheEntryBeforeTheReason() {
        Recording recording = recording(1, RecordingOverflow.END_RECORDING);
        recording.slice(0, List.of(UPDATE));
        recording.slice(0, List.of(UPDATE));
        assertThatThrownBy(() -> recording.drain(RecordingDrainTest::refuse)).hasMessageStartingWith("no room");
        List<LogEntry> entries = new ArrayList<>();
        assertThatThrownBy(() -> recording.drain(entries::add)).isInstanceOf(RecordingOverflowException.class);
        assertThat(entries).containsExactly(new LogEntry.Slice(0, 0, 1, List.of(UPDATE)));
    }
}
