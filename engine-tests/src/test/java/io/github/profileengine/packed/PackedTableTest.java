package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableReads;
import io.github.profileengine.table.TableStep;
import io.github.profileengine.table.TableSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PackedTableTest extends TableSuite {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final TableStep step = new TableStep(Admission.ALL);
    private final PackedTable table = new PackedTable(REDUCER, Sizes.TINY);

    @Override
    protected ProfileTable emptyTable(Reducer reducer) {
        return new PackedTable(reducer);
    }

    @Nested
    class OfTinySizes extends TableSuite {
        @Override
        protected ProfileTable emptyTable(Reducer reducer) {
            return new PackedTable(reducer, Sizes.TINY);
        }
    }

    @Nested
    class OfCrampedSizes extends TableSuite {
        @Override
        protected ProfileTable emptyTable(Reducer reducer) {
            return new PackedTable(reducer, Sizes.CRAMPED);
        }
    }

    private void apply(ProfileTable to, Update update) {
        step.begin(false, false);
        to.apply(update, step);
        assertThat(step.rejection()).isNull();
    }

    private void append(ProfileTable to, ProfileId id, Object value) {
        apply(to, Update.of(id).append("list", value).build());
    }

    private void merge(ProfileTable to, ProfileId id, Object value) {
        apply(to, Update.of(id).merge("object", LargeObject.of("k", value)).build());
    }

    private void setsOneAfterTheOther(Object... values) {
        for (Object value : values) {
            apply(table, Update.of(ADA).set("k", value).build());
            assertThat(table.get(ADA).get("k")).isEqualTo(value);
            assertThat(table.bytes("p")).isEqualTo(table.get(ADA).estimatedBytes());
        }
    }

    /** Where the scratch buffer still holds the form of the earlier number. */
    @Test
    void apply_aNumberBecomesAnObjectOfAsManyBytes_isOne() {
        setsOneAfterTheOther(70_000L, 80_000L, "x".repeat(ValueBytes.MAX_UNITS + 1), 90_000L);
    }

    @Test
    void apply_textsOfAsManyBytesButNotUnits_areCountedByUnits() {
        String few = "\u20AC".repeat(8);
        setsOneAfterTheOther(few, "\u0434".repeat(12), few);
    }

    private static Object list(TableReads from, ProfileId id) {
        return from.get(id).get("list");
    }

    private static List<Object> numbers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> (Object) (long) number)
                .toList();
    }

    /** Short lists lie in the record, long ones beside it; both are read from a fork after the record has moved. */
    @Test
    void fork_listsRewrittenAndCompacted_keepsWhatItHeld() {
        List<FrozenTable> frozen = new ArrayList<>();
        for (int length = 0; length < 80; length++) {
            append(table, ADA, length);
            merge(table, ADA, length);
            frozen.add(table.freeze());
            for (int more = 0; more < 8; more++) {
                apply(
                        table,
                        Update.of(ProfileId.user("p", "u" + more))
                                .set("k", "filling " + length)
                                .build());
            }
        }
        for (int length = 1; length <= 80; length++) {
            FrozenTable moment = frozen.get(length - 1);
            assertThat(list(moment, ADA)).isEqualTo(numbers(0, length));
            assertThat(moment.get(ADA).get("object")).isEqualTo(LargeObject.of("k", length - 1L));
            ProfileTable fork = moment.thaw(REDUCER);
            append(fork, ADA, "own");
            merge(fork, ADA, "own");
            List<Object> grown = new ArrayList<>(numbers(0, length));
            grown.add("own");
            assertThat(list(fork, ADA)).isEqualTo(grown);
            assertThat(list(moment, ADA)).isEqualTo(numbers(0, length));
            assertThat(moment.get(ADA).get("object")).isEqualTo(LargeObject.of("k", length - 1L));
        }
        assertThat(list(table, ADA)).isEqualTo(numbers(0, 80));
    }

    /** All three share the last chunk and the array of the list. */
    @Test
    void forks_appendingToOneTailAtOnce_areApart() throws Exception {
        ProfileId[] ids = {ADA, ProfileId.user("p", "bob"), ProfileId.user("p", "cyd")};
        for (int round = 0; round < 50; round++) {
            PackedTable origin = new PackedTable(REDUCER, PackedSizes.DEFAULT);
            for (ProfileId id : ids) {
                apply(origin, Update.of(id).union("list", numbers(0, 99)).build());
                // A list that was appended to has room in its array, for which the three compete.
                append(origin, id, 99);
            }
            FrozenTable frozen = origin.freeze();
            List<ProfileTable> forks = List.of(frozen.thaw(REDUCER), frozen.thaw(REDUCER), origin);
            List<Thread> writers = new ArrayList<>();
            for (int number = 0; number < forks.size(); number++) {
                writers.add(writer(forks.get(number), ids, number * 1_000L));
            }
            writers.forEach(Thread::start);
            for (Thread writer : writers) {
                writer.join();
            }
            for (ProfileId id : ids) {
                assertThat(list(frozen, id)).isEqualTo(numbers(0, 100));
                for (int number = 0; number < forks.size(); number++) {
                    List<Object> expected = new ArrayList<>(numbers(0, 100));
                    expected.addAll(numbers(number * 1_000, number * 1_000 + 30));
                    assertThat(list(forks.get(number), id)).isEqualTo(expected);
                    assertThat(forks.get(number).get(id).get("text")).isEqualTo("text " + (number * 1_000 + 29));
                }
            }
        }
    }

    private static Thread writer(ProfileTable fork, ProfileId[] ids, long from) {
        return new Thread(() -> {
            TableStep own = new TableStep(Admission.ALL);
            for (long value = from; value < from + 30; value++) {
                for (ProfileId id : ids) {
                    own.begin(false, false);
                    fork.apply(
                            Update.of(id)
                                    .append("list", value)
                                    .set("text", "text " + value)
                                    .build(),
                            own);
                }
            }
        });
    }

    @Test
    void apply_moreThanTheChunksHold_failsAndChangesNothing() {
        PackedTable small = new PackedTable(REDUCER, new PackedSizes(64, 64, 64, 3, 8, 1 << 20));
        List<ProfileId> stored = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            ProfileId id = ProfileId.user("p", "u" + number);
            apply(
                    small,
                    Update.of(id).set("k", "a text of thirty units or so..").build());
            stored.add(id);
        }
        Update another =
                Update.of(ADA).set("k", "a text of thirty units or so..").build();
        Update growing = Update.of(stored.get(0)).set("k", "x".repeat(60)).build();
        for (Update failing : List.of(another, growing)) {
            step.begin(false, false);
            assertThatThrownBy(() -> small.apply(failing, step))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("room for 3 chunks of 64 bytes");
        }
        assertThat(small.count()).isEqualTo(3);
        assertThat(small.get(ADA)).isNull();
        stored.forEach(id -> assertThat(small.get(id).text("k")).hasSize(30));
        apply(small, Update.of(stored.get(0)).set("k", "y".repeat(30)).build());
        assertThat(small.get(stored.get(0)).text("k")).isEqualTo("y".repeat(30));
    }

    /** Ends of values are two bytes wide below 64 KiB, four above; a record crosses the border both ways. */
    @Test
    void apply_recordAcrossTheBorderOfNarrowEnds_keepsEveryProperty() {
        PackedTable wide = new PackedTable(REDUCER);
        for (int number = 0; number < 100; number++) {
            apply(
                    wide,
                    Update.of(ADA)
                            .set("p" + number, ("" + number % 10).repeat(1_000))
                            .build());
        }
        for (int number = 0; number < 100; number += 2) {
            apply(wide, Update.of(ADA).unset("p" + number).build());
            apply(wide, Update.of(ADA).set("p" + (number + 1), number).build());
        }
        Profile profile = wide.get(ADA);
        assertThat(profile.size()).isEqualTo(50);
        for (int number = 1; number < 100; number += 2) {
            assertThat(profile.get("p" + number)).isEqualTo(number - 1L);
        }
    }

    @Test
    void difference_afterCompaction_tellsNoMoreThanEqualProfiles() {
        for (int number = 0; number < 200; number++) {
            apply(
                    table,
                    Update.of(ProfileId.user("p", "u" + number))
                            .set("k", number)
                            .build());
        }
        FrozenTable before = table.freeze();
        apply(table, Update.of(ProfileId.user("p", "u7")).set("k", "other").build());
        List<ProfileId> told = new ArrayList<>();
        before.forEachDifference(table.freeze(), (was, is) -> told.add((was == null ? is : was).id()));
        assertThat(told).as("the rest is shared").containsExactly(ProfileId.user("p", "u7"));
        for (int round = 0; round < 3; round++) {
            for (int number = 0; number < 200; number++) {
                apply(
                        table,
                        Update.of(ProfileId.user("p", "u" + number))
                                .set("k", "text " + round)
                                .build());
                apply(
                        table,
                        Update.of(ProfileId.user("p", "u" + number))
                                .set("k", number)
                                .build());
            }
        }
        List<ProfileId> differing = new ArrayList<>();
        before.forEachDifference(table.freeze(), (was, is) -> {
            if (was == null || !was.equals(is)) {
                differing.add((was == null ? is : was).id());
            }
        });
        assertThat(differing).isEmpty();
    }
}
