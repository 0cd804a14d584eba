package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects beside the bytes of records, and names within them, as forks see them while one side goes on writing. */
class PackedForkTest {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final int MANY_NAMES = 1_100;
    private static final int RACES = 200;

    private final TableStep step = new TableStep(Admission.ALL);

    /**
     * A value or shape that is or becomes an object beside the bytes, or names in the bytes, and an update that changes
     * it.
     */
    private enum Beside {
        LONG_LIST {
            @Override
            Update first(ProfileId id) {
                return Update.of(id).union("k", numbers(0, 100)).build();
            }

            @Override
            Update next(ProfileId id, int round) {
                return round % 4 == 3
                        ? Update.of(id).remove("k", List.of(round % 40)).build()
                        : Update.of(id).append("k", List.of("round", round)).build();
            }
        },
        NESTED_LIST {
            @Override
            Update first(ProfileId id) {
                return Update.of(id)
                        .set("k", List.of(List.of(1), LargeObject.of("a", List.of(2))))
                        .build();
            }

            @Override
            Update next(ProfileId id, int round) {
                return Update.of(id).union("k", List.of(List.of(round % 5))).build();
            }
        },
        LARGE_OBJECT {
            @Override
            Update first(ProfileId id) {
                return Update.of(id)
                        .merge("k", LargeObject.of("a", List.of(1, 2)))
                        .build();
            }

            @Override
            Update next(ProfileId id, int round) {
                return Update.of(id).merge("k", Map.of("r" + round % 7, round)).build();
            }
        },
        GROWING_OBJECT {
            @Override
            Update first(ProfileId id) {
                return Update.of(id).set("k", Map.of("a", 1)).build();
            }

            @Override
            Update next(ProfileId id, int round) {
                return round % 4 == 3
                        ? first(id)
                        : Update.of(id)
                                .merge(
                                        "k",
                                        Map.of("r" + round % 15, "x".repeat(200), "s" + round % 15, "x".repeat(200)))
                                .build();
            }
        },
        LONG_TEXT {
            @Override
            Update first(ProfileId id) {
                return Update.of(id).set("k", "x".repeat(5_000)).build();
            }

            @Override
            Update next(ProfileId id, int round) {
                return Update.of(id)
                        .set("k", "y".repeat(round % 3 == 0 ? 10 : 2_000 + round))
                        .build();
            }
        },
        SHAPE_OF_ITS_OWN {
            @Override
            Update first(ProfileId id) {
                return Update.of(id)
                        .set(manyNames())
                        .set("x".repeat(300), "too long for a number")
                        .build();
            }

            @Override
            Update next(ProfileId id, int round) {
                return NAMES_IN_THE_RECORD.next(id, round);
            }
        },
        NAMES_IN_THE_RECORD {
            @Override
            Update first(ProfileId id) {
                return Update.of(id).set(manyNames()).build();
            }

            @Override
            Update next(ProfileId id, int round) {
                return round % 2 == 0
                        ? Update.of(id).set("new " + round % 9, round).build()
                        : Update.of(id).unset("new " + round % 9, "p" + round).build();
            }
        };

        abstract Update first(ProfileId id);

        abstract Update next(ProfileId id, int round);
    }

    private static Map<String, Object> manyNames() {
        Map<String, Object> many = new HashMap<>();
        IntStream.range(0, MANY_NAMES).forEach(number -> many.put("p" + number, number));
        return many;
    }

    private static List<Object> numbers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> (Object) (long) number)
                .toList();
    }

    private static ProfileId id(int number) {
        return ProfileId.user("p", "u" + number);
    }

    private void apply(ProfileTable to, Update update) {
        step.begin(false, false);
        to.apply(update, step);
        to.releaseScratch();
    }

    private static Map<ProfileId, String> texts(FrozenTable frozen) {
        Map<ProfileId, String> texts = new HashMap<>();
        frozen.forEach("p", profile -> texts.put(profile.id(), profile.canonicalText()));
        return texts;
    }

    private static int unshared(FrozenTable before, FrozenTable after) {
        int[] told = new int[1];
        before.forEachDifference(after, (was, is) -> told[0]++);
        return told[0];
    }

    /** Forks, rewrites and compacts, reads the fork; then writes the fork and reads its origin. */
    @ParameterizedTest
    @EnumSource
    void fork_rewrittenAndCompactedOnEitherSide_leavesTheOther(Beside beside) {
        PackedTable table = new PackedTable(REDUCER, Sizes.TINY);
        for (int number = 0; number < 6; number++) {
            apply(table, beside.first(id(number)));
        }
        FrozenTable frozen = table.freeze();
        Map<ProfileId, String> moment = texts(frozen);
        assertThat(moment).hasSize(6);
        ProfileTable fork = frozen.thaw(REDUCER);
        Map<ProfileId, String> written = rewrittenAndCompacted(table, beside, frozen);
        assertThat(texts(frozen)).isEqualTo(moment);
        assertThat(texts(fork.freeze())).isEqualTo(moment);
        rewrittenAndCompacted(fork, beside, frozen);
        assertThat(texts(frozen)).isEqualTo(moment);
        assertThat(texts(table.freeze())).isEqualTo(written);
    }

    // The last profile is never updated: only a compaction moves its record.
    private Map<ProfileId, String> rewrittenAndCompacted(ProfileTable table, Beside beside, FrozenTable before) {
        Map<ProfileId, Profile> expected = new HashMap<>();
        before.forEach("p", profile -> expected.put(profile.id(), profile));
        for (int round = 0; round < 60; round++) {
            ProfileId id = id(round % 5);
            Update update = round % 17 == 16 ? Update.of(id).delete().build() : beside.next(id, round);
            apply(table, update);
            Profile after = REDUCER.reduce(expected.get(id), update).after();
            expected.remove(id);
            if (after != null) {
                expected.put(id, after);
            }
        }
        FrozenTable after = table.freeze();
        // Records of this size have a chunk each. Without objects beside them, a compaction gains nothing by evacuating
        // one.
        int moved = beside == Beside.NAMES_IN_THE_RECORD ? 5 : 6;
        assertThat(unshared(before, after)).as("all have moved").isGreaterThanOrEqualTo(moved);
        Map<ProfileId, String> texts = new HashMap<>();
        expected.forEach((id, profile) -> texts.put(id, profile.canonicalText()));
        assertThat(texts(after)).isEqualTo(texts);
        return texts;
    }

    /** Three writers share one array and one index, and start together. Each must end with its own list. */
    @Test
    void forks_unitingAppendingAndRemovingOnOneTailAtOnce_areApart() throws Exception {
        ProfileId id = id(0);
        for (int race = 0; race < RACES; race++) {
            PackedTable origin = new PackedTable(REDUCER);
            apply(origin, Update.of(id).union("k", numbers(0, 99)).build());
            // From here on the array has room, for which the three compete.
            apply(origin, Update.of(id).append("k", 99).build());
            FrozenTable frozen = origin.freeze();
            List<ProfileTable> forks = List.of(frozen.thaw(REDUCER), frozen.thaw(REDUCER), origin);
            CyclicBarrier together = new CyclicBarrier(forks.size());
            List<Thread> writers = new ArrayList<>();
            for (int fork = 0; fork < forks.size(); fork++) {
                writers.add(writer(forks.get(fork), id, fork * 1_000, together));
            }
            writers.forEach(Thread::start);
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(frozen.get(id).get("k")).isEqualTo(numbers(0, 100));
            for (int fork = 0; fork < forks.size(); fork++) {
                assertThat(forks.get(fork).get(id).get("k")).isEqualTo(expected(fork * 1_000));
            }
        }
    }

    private static Thread writer(ProfileTable fork, ProfileId id, int from, CyclicBarrier together) {
        return new Thread(() -> {
            TableStep own = new TableStep(Admission.ALL);
            try {
                together.await();
            } catch (Exception interrupted) {
                throw new AssertionError(interrupted);
            }
            for (int value = from; value < from + 20; value++) {
                own.begin(false, false);
                fork.apply(
                        Update.of(id).union("k", List.of(5, 29, value, value)).build(), own);
                own.begin(false, false);
                fork.apply(Update.of(id).append("k", "at " + value).build(), own);
            }
            own.begin(false, false);
            fork.apply(
                    Update.of(id)
                            .remove("k", List.of(from + 3, "at " + (from + 5)))
                            .build(),
                    own);
        });
    }

    private static List<Object> expected(int from) {
        List<Object> list = new ArrayList<>(numbers(0, 100));
        for (int value = from; value < from + 20; value++) {
            if (!list.contains((long) value)) {
                list.add((long) value);
            }
            list.add("at " + value);
        }
        list.removeAll(List.of(from + 3L, "at " + (from + 5)));
        return list;
    }
}
