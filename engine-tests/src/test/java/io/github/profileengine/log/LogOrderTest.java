package io.github.profileengine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogOrderTest {
    private static final List<Update> UPDATES =
            List.of(Update.of(ProfileId.user("p", "u")).set("k", 1).build());

    private final LogOrder order = new LogOrder();

    private static LogEntry slice(long barriers, int shard, long sequence) {
        return new LogEntry.Slice(barriers, shard, sequence, UPDATES);
    }

    private static LogEntry cleared(long barriers) {
        return new LogEntry.Cleared(barriers, "p");
    }

    private void refuses(LogEntry entry) {
        assertThatThrownBy(() -> order.accept(entry)).isInstanceOf(LogOrderException.class);
    }

    @Test
    void accept_shardsInAnyMerge_areInOrder() {
        List.of(slice(0, 1, 1), slice(0, 0, 1), slice(0, 0, 2), slice(0, 1, 2)).forEach(order::accept);
        refuses(slice(0, 0, 2));
        order.accept(slice(0, 0, 3));
    }

    @Test
    void accept_sliceMissing_isRefusedWithItsPlace() {
        order.accept(slice(0, 3, 1));
        assertThatThrownBy(() -> order.accept(slice(0, 3, 3)))
                .isInstanceOf(LogOrderException.class)
                .hasMessage("found slice 3 of shard 3, expected slice 2");
    }

    @Test
    void accept_firstSliceMissingOrTwice_isRefused() {
        refuses(slice(0, 0, 0));
        refuses(slice(0, 0, 2));
        order.accept(slice(0, 0, 1));
        refuses(slice(0, 0, 1));
    }

    @Test
    void accept_everyKindOfBarrier_counts() {
        order.accept(new LogEntry.Aliased(0, new Alias("p", "a", "b")));
        order.accept(cleared(1));
        order.accept(new LogEntry.Restored(2, Snapshot.builder().build()));
        order.accept(slice(3, 0, 1));
        refuses(cleared(2));
        refuses(cleared(4));
        order.accept(cleared(3));
    }

    @Test
    void accept_sliceOverABarrier_isRefusedWithItsPlace() {
        order.accept(slice(0, 0, 1));
        assertThatThrownBy(() -> order.accept(slice(1, 0, 2)))
                .isInstanceOf(LogOrderException.class)
                .hasMessage(
                        "an entry expected after 1 aliases, clears and restores was found after 0: entries are missing,"
                                + " repeated, moved or altered");
        order.accept(cleared(0));
        refuses(slice(0, 0, 2));
        order.accept(slice(1, 0, 2));
    }

    @Test
    void accept_refusedEntry_doesNotCount() {
        refuses(slice(0, 0, 2));
        refuses(cleared(1));
        order.accept(slice(0, 0, 1));
        order.accept(cleared(0));
    }

    @Test
    void slice_withoutUpdates_isRefused() {
        assertThatThrownBy(() -> new LogEntry.Slice(0, 0, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a slice holds at least one update");
    }

    @Test
    void slice_listChangedLater_staysAsItWas() {
        List<Update> updates = new ArrayList<>(UPDATES);
        LogEntry.Slice slice = new LogEntry.Slice(0, 0, 1, updates);
        updates.clear();
        assertThat(slice.updates()).isEqualTo(UPDATES);
    }
}
