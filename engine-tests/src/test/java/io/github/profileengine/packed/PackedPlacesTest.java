package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableStep;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which updates move a record: each that does costs a copy, and later a compaction. */
class PackedPlacesTest {
    // So little is written here that nothing is compacted except where that is intended: a compaction moves records,
    // too.
    private static final PackedSizes SIZES = new PackedSizes(64, 1 << 18, 1 << 18, 1 << 17, 8, 4_096);

    private final PackedTable table = new PackedTable(new Reducer(ReducerOptions.defaults()), SIZES);

    private void apply(Update update) {
        apply(table, update);
    }

    private static void apply(PackedTable to, Update update) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        to.apply(update, step);
    }

    private long place(ProfileId id) {
        PackedProject project = table.projectOf(id);
        return project.records().refs().at(project.find(id));
    }

    private int capacity(ProfileId id) {
        return table.projectOf(id).records().view(place(id)).capacity();
    }

    /** The key and the ends may take more of a record than its values do. */
    @ParameterizedTest
    @ValueSource(ints = {1, 400, 1_000, 100_000})
    void apply_valueOfTheSameSize_staysInPlace(int idLength) {
        ProfileId id = ProfileId.user("p", "u".repeat(idLength));
        apply(Update.of(id).set("a", 1).set("b", 2).build());
        long place = place(id);
        for (int round = 0; round < 20; round++) {
            apply(Update.of(id).add("a", round % 2 == 0 ? 1 : -1).build());
            assertThat(place(id)).isEqualTo(place);
        }
    }

    @Test
    void apply_valueThatGrowsWithinTheSlack_staysInPlace() {
        ProfileId id = ProfileId.user("p", "ada");
        apply(Update.of(id).set("a", "x".repeat(100)).set("b", 1).build());
        // Outgrows its first record, and moves to a copy with room.
        apply(Update.of(id).set("a", "x".repeat(140)).build());
        long place = place(id);
        for (int length = 141; length < 150; length++) {
            apply(Update.of(id).set("a", "x".repeat(length)).build());
            assertThat(place(id)).isEqualTo(place);
        }
    }

    /** Also where the record could not be overwritten when it shrank, because a fork shared it. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void apply_afterMostWasTakenAway_leavesTheLargeRecordOnce(boolean forked) {
        ProfileId id = ProfileId.user("p", "ada");
        List<Long> numbers = LongStream.range(1_000, 1_060).boxed().toList();
        apply(Update.of(id)
                .set("list", numbers)
                .set("text", "x".repeat(250))
                .set("n", 1)
                .build());
        if (forked) {
            table.freeze();
        }
        apply(Update.of(id).set("list", List.of()).set("text", "").build());
        assertThat(capacity(id)).isLessThan(100);
        long place = place(id);
        for (int round = 0; round < 20; round++) {
            apply(Update.of(id).add("n", round % 2 == 0 ? 1 : -1).build());
        }
        assertThat(place(id)).isEqualTo(place);
    }

    /** Otherwise each later compaction would walk the places of all profiles that ever existed. */
    @Test
    void apply_afterMostWereDeleted_tableIsSmallAgain() {
        for (int user = 0; user < 3_000; user++) {
            apply(Update.of(ProfileId.user("p", "u" + user)).set("n", user).build());
        }
        long filled = table.heapBytes();
        for (int user = 10; user < 3_000; user++) {
            apply(Update.of(ProfileId.user("p", "u" + user)).delete().build());
        }
        apply(Update.of(ProfileId.user("p", "u0")).set("n", -1).build());
        assertThat(table.heapBytes()).isLessThan(filled / 10);
        for (int user = 0; user < 20; user++) {
            assertThat(table.get(ProfileId.user("p", "u" + user)) != null).isEqualTo(user < 10);
        }
    }

    /**
     * A compaction evacuates the chunks that are mostly garbage and no others. Records that it does not move are
     * updated in their places as before.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void apply_othersDeletedAndMadeAgain_leavesWhatLiesInGoodChunks(boolean forked) {
        PackedTable tiny = new PackedTable(new Reducer(ReducerOptions.defaults()), Sizes.TINY);
        ProfileId still = ProfileId.user("p", "still");
        for (int user = 0; user < 100; user++) {
            apply(tiny, Update.of(ProfileId.user("p", "u" + user)).set("n", "x").build());
        }
        if (forked) {
            tiny.freeze();
        }
        // More profiles than one chunk holds, before that record and after it.
        makeNeighbours(tiny, "before");
        apply(tiny, Update.of(still).set("n", 1).build());
        makeNeighbours(tiny, "behind");
        Chunk chunk = chunk(tiny, still);
        int compactions = 0;
        for (int round = 2; round < 2_000; round++) {
            RefTable before = tiny.projectOf(still).records().refs();
            ProfileId moving = ProfileId.user("p", "u" + round % 20);
            apply(tiny, Update.of(moving).delete().build());
            apply(tiny, Update.of(moving).set("n", "x").build());
            compactions += tiny.projectOf(still).records().refs() == before ? 0 : 1;
            apply(tiny, Update.of(still).set("n", round % 100).build());
            assertThat(chunk(tiny, still)).as("round %d", round).isSameAs(chunk);
            assertThat(tiny.get(still).get("n")).isEqualTo((long) round % 100);
        }
        assertThat(compactions).isGreaterThan(10);
    }

    private static void makeNeighbours(PackedTable in, String where) {
        for (int neighbour = 0; neighbour < 16; neighbour++) {
            apply(
                    in,
                    Update.of(ProfileId.user("p", where + neighbour))
                            .set("n", 1)
                            .build());
        }
    }

    private static Chunk chunk(PackedTable of, ProfileId id) {
        PackedProject project = of.projectOf(id);
        return project.records().slab().chunk(project.records().refs().at(project.find(id)));
    }
}
