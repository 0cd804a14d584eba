package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.TableStep;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a comparison of two frozen states skips, because both states share it. */
class SharedChunksTest {
    private static final int OFFSET_BITS = 9;
    private static final int PROFILES = 3_000;
    private static final int GONE = 2_500;
    // Many small chunks, of which a compaction evacuates only those that pay.
    private static final PackedSizes SMALL = new PackedSizes(1 << 10, 1 << 12, 1 << 10, 1 << 16, 8, 1 << 12);

    private final PackedTable table = new PackedTable(new Reducer(ReducerOptions.defaults()), SMALL);

    private static long reference(int chunk, int offset) {
        return ((long) chunk << OFFSET_BITS) + offset;
    }

    @Test
    void shift_chunksThatHaveOtherNumbersThere_leadsToThem() {
        Chunk first = new Chunk(8);
        Chunk second = new Chunk(8);
        Chunk third = new Chunk(8);
        Chunk[] here = {first, second, third, null};
        Chunk[] there = {new Chunk(8), third, second, first};
        SharedChunks shared = SharedChunks.of(OFFSET_BITS, here, 3, there, 3);

        assertThat(shared.holds(reference(0, 5))).as("beyond what there is").isFalse();
        assertThat(shared.holds(reference(1, 0))).isTrue();
        assertThat(reference(1, 511) + shared.shift(reference(1, 511))).isEqualTo(reference(2, 511));
        assertThat(reference(2, 7) + shared.shift(reference(2, 7))).isEqualTo(reference(1, 7));
    }

    private static ProfileId id(int number) {
        return ProfileId.user("p", "user-" + number);
    }

    private void set(int number, Object value) {
        table.apply(
                Update.of(id(number))
                        .set("k", "a text of some length")
                        .set("v", value)
                        .build(),
                new TableStep(Admission.ALL));
    }

    /** A compaction gives new numbers to the chunks that stay. What lies in them is still recognized as the same. */
    @Test
    void forEachDifference_afterACompaction_passesOverWhatStayed() {
        for (int number = 0; number < PROFILES; number++) {
            set(number, 0);
        }
        FrozenTable before = table.freeze();
        // The oldest profiles, so that the chunks with the first numbers are evacuated.
        for (int number = 0; number < GONE; number++) {
            table.apply(Update.of(id(number)).delete().build(), new TableStep(Admission.ALL));
        }
        FrozenTable after = table.freeze();
        AtomicInteger told = new AtomicInteger();
        AtomicInteger changed = new AtomicInteger();
        before.forEachDifference(after, (one, other) -> {
            told.incrementAndGet();
            if (!Objects.equals(one, other)) {
                changed.incrementAndGet();
            }
        });

        assertThat(changed).hasValue(GONE);
        assertThat(told.get()).isLessThan(GONE + (PROFILES - GONE) / 2);
    }
}
