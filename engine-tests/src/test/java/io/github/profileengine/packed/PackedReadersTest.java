package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.ReadPass;
import io.github.profileengine.table.TableStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers beside one writer who never pauses: each profile they see is whole, and none is older than one before. */
class PackedReadersTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final int WRITES = 300_000;
    private static final int READERS = 2;
    // More than a shared shape has.
    private static final int MANY_NAMES = 1_030;

    /** What the writer writes, so that a record is written in one of the possible ways. */
    enum Writing {
        /** Values keep their sizes: they are written over. */
        PATCH,
        /** A text grows and shrinks: what lies behind it moves, or the whole record. */
        RESIZE,
        /** A name comes and goes: the record is written anew, in its place or elsewhere. */
        RESHAPE,
        /** The same in a record that tells its names itself: where its ends and values begin changes too. */
        RENAME,
        /** Objects among the bytes are replaced. */
        SHORT_OBJECTS,
        /** Objects beside the bytes are replaced. */
        OBJECTS,
        /** The profile is taken away and made again. */
        DELETE;

        /** How many writes: those of a large record take long. */
        int writes() {
            return this == RENAME ? WRITES / 30 : WRITES;
        }

        Update update(int number) {
            if (this == RENAME && number == 0) {
                Map<String, Object> many = new HashMap<>(Map.of("a", 1_000_000, "b", 0, "z", 1_000_000));
                IntStream.range(0, MANY_NAMES).forEach(name -> many.put("n" + name, name));
                return Update.of(ADA).set(many).build();
            }
            var update = Update.of(ADA).set("a", 1_000_000 + number).set("z", 1_000_000 + number);
            return switch (this) {
                case PATCH -> update.build();
                case RESIZE -> update.set("text", "x".repeat(number % 97)).build();
                case RESHAPE, RENAME -> (number % 2 == 0 ? update.set("b", number) : update.unset("b")).build();
                case SHORT_OBJECTS ->
                    update.set("object", Map.of("n", 1_000_000 + number)).build();
                case OBJECTS ->
                    update.set("object", LargeObject.of("n", 1_000_000 + number))
                            .build();
                case DELETE -> (number % 3 == 0 ? Update.of(ADA).delete() : update).build();
            };
        }

        boolean isWhole(Profile profile) {
            long number = profile.integer("a");
            boolean same = profile.integer("z") == number;
            return switch (this) {
                case RESIZE -> same && profile.text("text").length() == (number - 1_000_000) % 97;
                case RENAME ->
                    same && RESHAPE.isWhole(profile) && profile.get("n777").equals(777L);
                case RESHAPE -> same && Objects.equals(profile.get("b"), number % 2 == 0 ? number - 1_000_000 : null);
                case SHORT_OBJECTS, OBJECTS ->
                    same && profile.object("object").get("n").equals(number);
                default -> same;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void get_besideAWriter_isWholeAndNeverOlder(Writing writing) throws Exception {
        PackedTable table =
                new PackedTable(new Reducer(ReducerOptions.defaults().withAutomaticLastSeen(false)), Sizes.TINY);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(READERS + 1);
        try {
            List<Future<Long>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(threads.submit(reader(table, writing, over)));
            }
            TableStep step = new TableStep(Admission.ALL);
            for (int number = 0; number <= writing.writes(); number++) {
                step.begin(false, false);
                table.apply(writing.update(number), step);
            }
            over.set(true);
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).as("profiles seen").isPositive();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private static Callable<Long> reader(PackedTable table, Writing writing, AtomicBoolean over) {
        return () -> {
            long seen = 0;
            long newest = 0;
            while (!over.get()) {
                for (Profile profile : oneByOneAndAtOnce(table)) {
                    if (profile != null) {
                        assertThat(writing.isWhole(profile)).as("%s", profile).isTrue();
                        assertThat(profile.integer("a")).isGreaterThanOrEqualTo(newest);
                        newest = profile.integer("a");
                        seen++;
                    }
                }
            }
            return seen + last(table.get(ADA));
        };
    }

    private static List<@Nullable Profile> oneByOneAndAtOnce(PackedTable table) {
        List<@Nullable Profile> seen = new ArrayList<>();
        seen.add(table.get(ADA));
        @Nullable Profile[] found = new Profile[2];
        ReadPass pass = table.readPass(found);
        pass.add(table, ADA);
        pass.add(table, ADA);
        pass.end();
        seen.addAll(Arrays.asList(found));
        return seen;
    }

    private static long last(@Nullable Profile profile) {
        return profile == null ? 1 : profile.size();
    }
}
