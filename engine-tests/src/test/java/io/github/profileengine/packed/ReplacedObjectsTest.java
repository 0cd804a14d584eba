package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.StoreKind;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A record that a snapshot shares stays until a compaction, with its large values. The record that replaces it also
 * holds these values, so they become garbage only when the replacement releases them.
 */
class ReplacedObjectsTest {
    private static final ProfileId HOT = ProfileId.user("p", "hot");
    private static final int ROUNDS = 200;
    // The present value, and the old ones that are tolerated.
    private static final int FEW = 5;
    private static final int MANY = 8_000;
    // A sixth of the records may be garbage, and equally many bytes of names.
    private static final int TOLERATED_NAMES = 10;

    private final ProfileEngine engine =
            ProfileEngine.builder().store(StoreKind.PACKED).shards(1).build();

    /** Ways in which a large value replaces another. */
    private enum Way {
        SET {
            @Override
            List<Update> updates(int round, String large) {
                return List.of(Update.of(HOT).set("k", large).build());
            }
        },
        UNSET_BEFORE {
            @Override
            List<Update> updates(int round, String large) {
                return List.of(
                        Update.of(HOT).unset("k").build(),
                        Update.of(HOT).set("k", large).build());
            }
        },
        DELETED_BEFORE {
            @Override
            List<Update> updates(int round, String large) {
                return List.of(
                        Update.of(HOT).delete().build(),
                        Update.of(HOT).set("k", large).build());
            }
        },
        WITH_OTHER_NAMES {
            @Override
            List<Update> updates(int round, String large) {
                return List.of(Update.of(HOT)
                        .set("k", large)
                        .set("new " + round % 5, round)
                        .unset("new " + (round + 2) % 5)
                        .build());
            }
        },
        IN_A_LIST {
            @Override
            List<Update> updates(int round, String large) {
                return List.of(Update.of(HOT).set("k", List.of(large)).build());
            }
        },
        IN_AN_OBJECT {
            @Override
            List<Update> updates(int round, String large) {
                return List.of(Update.of(HOT).merge("k", Map.of("a", large)).build());
            }
        };

        abstract List<Update> updates(int round, String large);
    }

    @ParameterizedTest
    @EnumSource
    void apply_toACopyOfASharedRecord_leavesNoOldValuesBehind(Way way) {
        Batch.Builder others = Batch.builder();
        for (int number = 0; number < 1_000; number++) {
            others.add(Update.of(ProfileId.user("p", "u" + number))
                    .set("k", number)
                    .build());
        }
        engine.apply(others.build());
        List<WeakReference<String>> values = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String large = (round + " ").repeat(30_000);
            values.add(new WeakReference<>(large));
            engine.snapshot();
            // The update of another property copies the record, with its large value.
            engine.apply(Batch.of(Update.of(HOT).set("small", round).build()));
            engine.apply(Batch.of(way.updates(round, large)));
        }

        System.gc();

        assertThat(values.get(ROUNDS - 1).get()).isNotNull();
        assertThat(held(values)).isLessThan(FEW);
    }

    private static long held(List<WeakReference<String>> values) {
        return values.stream().filter(value -> value.get() != null).count();
    }

    /** After a record moved for lack of room, its old place still holds its names, if the record held them itself. */
    @Test
    void apply_toRecordsThatMoved_leavesNoLostNamesBehind() {
        List<WeakReference<String>> names = fillWithLongNames();
        for (int number = 0; number < MANY; number += 100) {
            engine.apply(
                    Batch.of(Update.of(id(number)).set("k", "x".repeat(250)).build()));
        }
        for (int number = 0; number < MANY; number += 100) {
            engine.apply(Batch.of(Update.of(id(number)).unset(longName(number)).build()));
        }

        System.gc();

        assertThat(held(names)).isLessThan(TOLERATED_NAMES);
    }

    // Enough bytes that a compaction does not evacuate all chunks.
    private List<WeakReference<String>> fillWithLongNames() {
        List<WeakReference<String>> names = new ArrayList<>();
        Batch.Builder all = Batch.builder();
        for (int number = 0; number < MANY; number++) {
            all.add(Update.of(id(number)).set("k", "x".repeat(200)).build());
            if (number % 100 == 0) {
                String name = longName(number);
                names.add(new WeakReference<>(name));
                all.add(Update.of(id(number)).set(name, 1).build());
            }
        }
        engine.apply(all.build());
        return names;
    }

    private static ProfileId id(int number) {
        return ProfileId.user("p", "u" + number);
    }

    private static String longName(int number) {
        return (number + " ").repeat(30_000);
    }
}
