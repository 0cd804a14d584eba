package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflowException;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.table.TableStep;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the bounds on bytes count, so that nobody can get around them. */
class BoundedBytesTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final ProfileId BOB = ProfileId.user("p", "bob");

    private static Update set(ProfileId id) {
        return Update.of(id).set("k", 1).build();
    }

    private static List<Integer> rejected(ProfileEngine engine, Update update) {
        return engine.apply(Batch.of(update)).rejections().stream()
                .map(RejectedUpdate::index)
                .toList();
    }

    /** Otherwise records of a megabyte would be accepted without end. */
    @Test
    void maxBytes_longTokenOrGroupKey_takesRoomAndGivesItBack() {
        String text = "x".repeat(10_000);
        for (ProfileId large : List.of(ProfileId.user(text, "u"), ProfileId.group("q", text, "g"))) {
            EngineBounds bounds = EngineBounds.OFF.withMaxBytes(10_000);
            ProfileEngine engine = Engines.builder().bounds(bounds).build();
            assertThat(rejected(engine, set(large))).isEmpty();
            assertThat(rejected(engine, set(ADA))).containsExactly(0);
            if (large.isGroup()) {
                engine.clear("q");
            } else {
                engine.apply(Batch.of(Update.of(large).delete().build()));
            }
            assertThat(rejected(engine, set(ADA))).isEmpty();
        }
    }

    /** If names are gained and lost one by one, the total is that of a profile created with all of them at once. */
    @Test
    void maxBytes_longNames_takeRoomAndGiveItBack() {
        String name = "x".repeat(10_000);
        List<UnaryOperator<UpdateBuilder>> edits = List.of(
                update -> update.set(name, 1),
                update -> update.set(name, "text").unset("absent"),
                update -> update.setOnce(name + "y", 1),
                update -> update.set("o", Map.of(name, 1)),
                update -> update.merge("o", Map.of(name + "y", 2, name, 3)),
                update -> update.append("l", Map.of(name, 1)),
                update -> update.unset(name),
                update -> update.remove("l", Map.of(name, 1)),
                update -> update.set("o", 1).unset(name + "y"));
        EngineBounds bounds = EngineBounds.OFF.withMaxBytes(10_000);
        // With several shards, a deletion could remove the project from its shard, and with it bytes that were counted
        // wrongly.
        try (ProfileEngine engine = Engines.builder().shards(1).bounds(bounds).build()) {
            for (int at = 0; at < edits.size(); at++) {
                Update update = edits.get(at).apply(Update.of(ADA)).build();
                assertThat(rejected(engine, update)).isEmpty();
                Profile now = engine.profile(ADA).orElseThrow();
                long whole = Profile.of(ADA, now.properties()).estimatedBytes();
                assertThat(now.estimatedBytes()).as("after edit %s", at).isEqualTo(whole);
                assertThat(engine.stats().estimatedBytes()).isEqualTo(whole);
                assertThat(rejected(engine, set(BOB)).isEmpty()).isEqualTo(at == edits.size() - 1);
            }
            engine.apply(Batch.of(Update.of(ADA).set(name, 1).build()));
            engine.apply(Batch.of(Update.of(ADA).delete().build()));
            assertThat(engine.stats().estimatedBytes())
                    .isEqualTo(engine.profile(BOB).orElseThrow().estimatedBytes());
        }
    }

    /**
     * The update is counted and recorded, although memory ran out after the write, when the profile was read for
     * somebody.
     */
    @Test
    void apply_memoryEndsAfterTheWrite_isCountedAndRecorded() throws RecordingOverflowException {
        StoreParts parts = new StoreParts(UnreadableTable::new, ReentrantLock::new, Gate::new);
        EngineBounds bounds = EngineBounds.OFF.withMaxBytes(5_000);
        try (ProfileEngine engine =
                        ProfileEngine.builder().parts(parts).bounds(bounds).build();
                Recording recording = engine.record()) {
            Update large = Update.of(ProfileId.user("p", "large"))
                    .set("k", "x".repeat(5_000))
                    .build();
            assertThatThrownBy(() -> engine.apply(Batch.of(large))).isInstanceOf(OutOfMemoryError.class);
            assertThat(engine.count()).isEqualTo(1);
            assertThat(engine.stats().accepted()).isEqualTo(1);
            assertThat(recording.poll())
                    .isInstanceOfSatisfying(
                            LogEntry.Slice.class,
                            slice -> assertThat(slice.updates()).hasSize(1));

            Update another =
                    Update.of(ProfileId.user("p", "another")).set("k", 1).build();
            assertThat(engine.apply(Batch.of(another)).rejections())
                    .extracting(RejectedUpdate::rule)
                    .containsExactly(Rule.RECORD_BOUND_BYTES);
        }
    }

    private static final class UnreadableTable extends MapTable {
        UnreadableTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        public void apply(Update update, TableStep step) {
            super.apply(update, step);
            if (update.target().id().equals("large")) {
                throw new OutOfMemoryError("as it may happen anywhere");
            }
        }
    }
}
