package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableStep;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that would leave much of a chunk empty if they shared it, with the sizes that an engine uses. */
class LargeRecordTest {
    private static final int TEXT_BYTES = 200;
    private static final ProfileId SMALL = ProfileId.user("p", "small");

    private final PackedTable table = new PackedTable(new Reducer(ReducerOptions.defaults()));

    private void apply(Update update) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        table.apply(update, step);
    }

    private void setLarge(int number, int bytes) {
        Map<String, Object> texts = new TreeMap<>();
        for (int text = 0; text < bytes / TEXT_BYTES; text++) {
            texts.put("text " + text, "x".repeat(TEXT_BYTES));
        }
        apply(Update.of(ProfileId.user("p", "large " + number)).set(texts).build());
    }

    private PackedProject project() {
        PackedProject project = table.projectOf(SMALL);
        assertThat(project).isNotNull();
        return project;
    }

    // From records that share a chunk to records that fit into none. If records of 68,000 to 200,000 bytes shared
    // chunks, one to three would fit into each and leave more than a sixth of it empty.
    @ParameterizedTest
    @ValueSource(ints = {15_000, 30_000, 50_000, 68_000, 90_000, 100_000, 140_000, 170_000, 200_000, 300_000})
    void compact_largeRecords_leavesNothingToCompact(int bytes) {
        for (int count = 1; count <= 24; count++) {
            setLarge(count, bytes);
            project().compact();
            assertThat(project().isWasteful()).as("%d records", count).isFalse();
        }
    }

    @Test
    void apply_besideLargeRecords_doesNotCompactAtEachUpdate() {
        apply(Update.of(SMALL).set("n", 0).build());
        for (int count = 0; count < 5; count++) {
            setLarge(count, 170_000);
        }
        project().compact();
        Records before = project().records();
        for (int n = 1; n < 100; n++) {
            apply(Update.of(SMALL).set("n", n).build());
        }
        assertThat(project().records()).isSameAs(before);
    }

    /** The chunk of a small record is not as large as the large records of the same project. */
    @Test
    void compact_aSmallRecordAmongLargeOnes_takesLittle() {
        apply(Update.of(SMALL).set("n", 0).build());
        for (int count = 0; count < 3; count++) {
            setLarge(count, 100_000);
        }
        project().compact();
        long large = project().heapBytes();
        apply(Update.of(SMALL).delete().build());
        project().compact();
        assertThat(large - project().heapBytes()).isBetween(1L, 1_000L);
    }
}
