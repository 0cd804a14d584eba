package io.github.profileengine.store;

import static io.github.profileengine.store.HeapFilling.each;
import static io.github.profileengine.store.HeapFilling.mixed;
import static io.github.profileengine.store.HeapFilling.of;
import static io.github.profileengine.store.HeapFilling.text;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Populations whose heap is measured. Every value is created anew, as a decoder does it. */
enum HeapScene {
    FOUR_PROPERTIES(40_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            mixed(engine, profiles, 4);
        }
    },
    TWELVE_PROPERTIES(15_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            mixed(engine, profiles, 12);
        }
    },
    FORTY_PROPERTIES(5_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            mixed(engine, profiles, 40);
        }
    },
    TWO_HUNDRED_PROPERTIES(1_500) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            mixed(engine, profiles, 200);
        }
    },
    LONG_TEXTS(6_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(
                    engine,
                    profiles,
                    number -> of(number).set("k", text(number, 300)).set("l", text(number, 2_000)));
        }
    },
    TEXTS_BEYOND_LATIN(20_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(engine, profiles, number -> of(number).set("k", "\u4e16" + text(number, 40)));
        }
    },
    SHORT_LISTS(30_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(
                    engine,
                    profiles,
                    number -> of(number)
                            .append("k", number * 1_000)
                            .append("small", number % 100)
                            .union("l", List.of("a" + number, "b" + number, "c" + number)));
        }
    },
    LISTS_GROWN_ONE_BY_ONE(6_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            for (int round = 1; round <= 40; round++) {
                int added = round * 1_000;
                each(engine, profiles, number -> of(number).append("k", added + number));
            }
        }
    },
    SETS_GROWN_ONE_BY_ONE(4_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            for (int round = 1; round <= 30; round++) {
                int added = round;
                each(engine, profiles, number -> of(number).union("k", List.of("element " + number + "/" + added)));
            }
        }
    },
    OBJECTS(15_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(
                    engine,
                    profiles,
                    number -> of(number)
                            .merge("k", Map.of("a", number * 1_000, "b", List.of("x" + number, "y" + number))));
            each(engine, profiles, number -> of(number).merge("k", Map.of("c", text(number, 30))));
        }
    },
    LARGE_OBJECTS(6_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(
                    engine,
                    profiles,
                    number -> of(number).merge("k", Map.of("a", number * 1_000, "b", text(number, 300))));
            each(engine, profiles, number -> of(number).merge("k", Map.of("c", text(number, 30))));
        }
    },
    LISTS_OF_OBJECTS(700) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(
                    engine,
                    profiles,
                    number -> of(number)
                            .set(
                                    "k",
                                    IntStream.range(0, 70)
                                            .mapToObj(at -> line(number, at))
                                            .toList()));
        }
    },
    OBJECTS_APPENDED_ONE_BY_ONE(1_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            for (int round = 0; round < 40; round++) {
                int now = round;
                each(engine, profiles, number -> of(number).append("k", line(number, now)));
            }
        }
    },
    A_PROJECT_EACH(30_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(
                    engine,
                    profiles,
                    number -> Update.of(ProfileId.user("project-" + number, "u" + number))
                            .set("k", number * 1_000));
        }
    },
    BOUNDED_PROJECTS(60_000) {
        @Override
        ProfileEngineBuilder engine() {
            return super.engine().bounds(EngineBounds.OFF.withMaxProfiles(1_000_000));
        }

        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(
                    engine,
                    profiles,
                    number -> Update.of(ProfileId.user("bounded-" + number, "u" + number))
                            .set("k", number * 1_000));
        }
    },
    PROJECTS_OF_TEN(20_000) {
        // Created once. Otherwise names that push each other out of the cache of names would each keep a text of their
        // own, and the seed of the run would decide how many do.
        private final String[] tokens = IntStream.range(0, 2_000)
                .mapToObj(number -> "project-" + number)
                .toArray(String[]::new);

        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(
                    engine,
                    profiles,
                    number -> Update.of(ProfileId.user(tokens[number % tokens.length], "u" + number))
                            .set("k", number * 1_000));
        }
    },
    GROWN_TEXTS(15_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            for (int length = 10; length < 200; length += 19) {
                int now = length;
                each(engine, profiles, number -> of(number).set("k", text(number, now + number % 30)));
            }
        }
    },
    MOSTLY_DELETED(90_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            mixed(engine, profiles, 12);
            each(
                    engine,
                    profiles,
                    number -> number % 10 == 0
                            ? of(number).set("p1", "again " + number)
                            : of(number).delete());
        }
    },
    COME_AND_GONE(20_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            mixed(engine, profiles, 12);
            each(engine, profiles, number -> of(number).set("k", text(number, 3_000)));
            // One in ten stays, so that the projects stay, too.
            each(
                    engine,
                    profiles,
                    number -> number % 10 == 0
                            ? of(number).unset("k")
                            : of(number).delete());
            each(engine, profiles, number -> of(number).set("k", "one more " + number));
        }
    },
    LONG_NAMES_COME_AND_GONE(4_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            // So much other content that a compaction does not remove the remains.
            mixed(engine, profiles, 40);
            each(engine, profiles / 2, number -> of(number).set("one name " + text(number, 1_000), 1));
            each(
                    engine,
                    profiles / 2,
                    number -> of(number)
                            .set("another " + text(number, 1_000), 1)
                            .unset("one name " + text(number, 1_000)));
        }
    },
    LONG_KEYS_OF_OBJECTS(10_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            each(engine, profiles, number -> of(number).set("k", Map.of(text(number, 300), number * 1_000)));
        }
    },
    WRITTEN_AFTER_A_SNAPSHOT(15_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            mixed(engine, profiles, 12);
            engine.snapshot();
            each(engine, profiles, number -> of(number).set("p1", "after " + number));
        }
    },
    REPLACED_AFTER_A_SNAPSHOT(5_000) {
        @Override
        void fill(ProfileEngine engine, int profiles) {
            // So much other content that a compaction does not remove the remains.
            mixed(engine, profiles, 40);
            each(engine, profiles, number -> of(number).set("k", text(number, 700)));
            engine.snapshot();
            each(engine, profiles / 2, number -> of(number).set("p0", number + 1));
            each(engine, profiles / 2, number -> of(number).set("k", text(number + 1, 700)));
        }
    },
    /** Must be the last scene: scenes after it could not share sets of names. */
    NAMES_LIKE_NO_OTHER(15_000) {
        // More sets than are ever shared.
        private static final int SETS = 70_000;

        private final List<String> own = NamesApart.of(25, "p");

        @Override
        void fill(ProfileEngine engine, int profiles) {
            for (int set = 1; set < SETS; set++) {
                Profile.of(ProfileId.user("p", "u"), named(number -> "shared " + number, set));
            }
            each(engine, profiles, number -> of(number).set(named(own::get, number * 0x9E37_79B9L >>> 8 & 0xFF_FFFF)));
            each(engine, profiles, number -> of(number).set(own.get(24), number));
        }

        private static Map<String, Object> named(IntFunction<String> names, long set) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (long rest = set; rest != 0; rest &= rest - 1) {
                int number = Long.numberOfTrailingZeros(rest);
                values.put(names.apply(number), number);
            }
            return values;
        }
    };

    private final int profiles;

    HeapScene(int profiles) {
        this.profiles = profiles;
    }

    int profiles() {
        return profiles;
    }

    private static Map<String, Object> line(int number, int at) {
        return Map.of("sku", "s" + number + "/" + at, "qty", at % 5L, "price", at + 0.5);
    }

    /** A builder for the engine that is filled. */
    ProfileEngineBuilder engine() {
        return Engines.builder().clock(() -> Instant.EPOCH);
    }

    /** Fills an empty engine. */
    abstract void fill(ProfileEngine engine, int count);
}
