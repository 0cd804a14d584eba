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
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Readers beside one writer that never pauses. Each profile they see is whole, and none is older than one before. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PackedReadersTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final int WRITES = 300_000;
    private static final int READERS = 2;
    // More names than a shared shape can have.
    private static final int MANY_NAMES = 1_030;

    /** What the writer writes. Each kind writes the record in another way. */
    enum Writing {
        /** Values keep their sizes, so they are overwritten. */
        PATCH,
        /** A text grows and shrinks, so the bytes after it move, or the whole record does. */
        RESIZE,
        /** A name comes and goes: the record is written anew, in its place or elsewhere. */
        RESHAPE,
        /** The same in a record that holds its names itself: the positions of its ends and values change too. */
        RENAME,
        /** Objects among the bytes are replaced. */
        SHORT_OBJECTS,
        /** Objects beside the bytes are replaced. */
        OBJECTS,
        /** The profile is deleted and created again. */
        DELETE;

        /** The number of writes; those of a large record take long. */
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
            TableStep step = new TableStep(Admission.ALL);
            // Before anybody reads, so that readers always find a profile unless it is deleted.
            apply(table, writing.update(0), step);
            apply(table, writing.update(1), step);
            List<Future<Void>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(threads.submit(reader(table, writing, over)));
            }
            for (int number = 2; !readers.stream().allMatch(Future::isDone); number++) {
                apply(table, writing.update(number), step);
                if (number == writing.writes()) {
                    over.set(true);
                }
            }
            for (Future<Void> reader : readers) {
                reader.get();
            }
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private static void apply(PackedTable table, Update update, TableStep step) {
        step.begin(false, false);
        table.apply(update, step);
    }

    // Goes on until it has seen writes that happened beside it; the writer waits for that.
    private static Callable<Void> reader(PackedTable table, Writing writing, AtomicBoolean over) {
        return () -> {
            long newest = 0;
            int steps = 0;
            while (!over.get() || steps < 2) {
                for (Profile profile : oneByOneAndAtOnce(table)) {
                    if (profile == null) {
                        assertThat(writing).as("nobody took the profile away").isEqualTo(Writing.DELETE);
                        continue;
                    }
                    assertThat(writing.isWhole(profile)).as("%s", profile).isTrue();
                    assertThat(profile.integer("a")).isGreaterThanOrEqualTo(newest);
                    steps += profile.integer("a") > newest ? 1 : 0;
                    newest = profile.integer("a");
                }
            }
            return null;
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

    /**
     * A writer may stop for long in the middle of a write. However often a reader looks, it gets the profile in the
     * end.
     */
    @Test
    void get_recordThatStaysHalfWritten_waitsForTheRest() throws Exception {
        PackedTable table = new PackedTable(new Reducer(ReducerOptions.defaults()), Sizes.TINY);
        apply(table, Writing.PATCH.update(1), new TableStep(Admission.ALL));
        Profile written = table.get(ADA);
        PackedProject project = table.projectOf(ADA);
        Slab slab = project.records().slab();
        long reference = project.records().refs().at(project.find(ADA));
        slab.chunk(reference).beginWrite(slab.at(reference));

        FutureTask<Profile> reading = new FutureTask<>(() -> table.get(ADA));
        Thread reader = new Thread(reading);
        reader.setDaemon(true);
        reader.start();
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            assertThat(reading).as("it ran through").isNotDone();
            Thread.yield();
        }
        slab.chunk(reference).endWrite(slab.at(reference));

        assertThat(reading.get(60, TimeUnit.SECONDS)).isEqualTo(written);
    }
}
