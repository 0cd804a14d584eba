package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableStep;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A chunk never releases a shape that it holds for a record, because a reader may need it. The shape takes heap until
 * its chunk is dropped, and counts as garbage as soon as no record uses it.
 */
class LostShapeTest {
    private static final String NAME = "n".repeat(2_000);
    private static final String ANOTHER = "m".repeat(2_000);
    private static final int SHAPE = HeapSize.ofName(NAME);
    // References, and the growth of a record that has room for it.
    private static final int LITTLE = 500;
    // A single chunk, so that the heap grows only by objects, and no compaction.
    private static final PackedSizes ONE_CHUNK = new PackedSizes(1 << 18, 1 << 18, 1 << 18, 1 << 10, 8, 1 << 30);

    private final PackedTable table = new PackedTable(new Reducer(ReducerOptions.defaults()), ONE_CHUNK);
    private final ProfileId ada = ProfileId.user("p", "ada");

    enum Change {
        VALUE(0, update -> update.set(NAME, 2)),
        LONGER_VALUE(0, update -> update.set("a", "x".repeat(250))),
        MANY_LONGER_VALUES(
                0,
                update -> update.set("a", "a longer text")
                        .set("b", "a longer text")
                        .set("c", "a longer text")
                        .set("d", "a longer text")
                        .set("e", "x".repeat(250))),
        OTHER_NAME(1, update -> update.set(ANOTHER, 1).unset(NAME)),
        ONE_NAME_MORE(0, update -> update.set("f", "x".repeat(250))),
        NO_NAME(0, update -> update.unset(NAME)),
        DELETED(0, UpdateBuilder::delete);

        private final int shapes;
        private final UnaryOperator<UpdateBuilder> update;

        /** A change that adds this many shapes. */
        Change(int shapes, UnaryOperator<UpdateBuilder> update) {
            this.shapes = shapes;
            this.update = update;
        }
    }

    private void apply(Update update) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        table.apply(update, step);
    }

    @BeforeEach
    void fill() {
        apply(Update.of(ProfileId.user("p", "somebody")).set("k", 1).build());
        apply(Update.of(ada)
                .set(NAME, 1)
                .set("a", 1)
                .set("b", 1)
                .set("c", 1)
                .set("d", 1)
                .set("e", 1)
                .build());
    }

    @ParameterizedTest
    @EnumSource
    void heapBytes_afterAChange_growByTheShapesThatCame(Change change) {
        long before = table.heapBytes();
        apply(change.update.apply(Update.of(ada)).build());
        assertThat(table.heapBytes() - before)
                .isBetween((long) change.shapes * SHAPE, (long) change.shapes * SHAPE + LITTLE);
    }

    @ParameterizedTest
    @EnumSource
    void heapBytes_afterAChangeOfWhatAForkShares_growByTheShapesThatCame(Change change) {
        table.freeze();
        // This write copies the project, so that the new chunk of the copy is not part of the measurement.
        apply(Update.of(ProfileId.user("p", "somebody")).set("k", 2).build());
        long before = table.heapBytes();
        apply(change.update.apply(Update.of(ada)).build());
        assertThat(table.heapBytes() - before)
                .isBetween((long) change.shapes * SHAPE, (long) change.shapes * SHAPE + LITTLE);
    }
}
