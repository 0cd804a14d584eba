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
import io.github.profileengine.table.TableStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project that has all the chunks it may have. */
class PackedLimitsTest {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final int CHUNKS = 12;
    private static final ProfileId NEW = ProfileId.user("p", "new");
    // A record with this text fills a chunk, and nothing is garbage.
    private static final String TEXT = "a text of forty units, more or less.....";

    private final TableStep step = new TableStep(Admission.ALL);
    private final ProfileTable full = LimitedTables.ofChunks(REDUCER, CHUNKS);

    private static ProfileId id(int number) {
        return ProfileId.user("p", "u" + number);
    }

    private void apply(ProfileTable table, Update update) {
        step.begin(false, false);
        table.apply(update, step);
        table.releaseScratch();
    }

    /** Every record fills a chunk. */
    @BeforeEach
    void fill() {
        for (int number = 0; number < CHUNKS; number++) {
            apply(full, Update.of(id(number)).set("k", TEXT).build());
        }
    }

    private static Map<ProfileId, Profile> contents(ProfileTable table) {
        Map<ProfileId, Profile> contents = new HashMap<>();
        table.forEach("p", profile -> contents.put(profile.id(), profile));
        contents.forEach((id, profile) -> assertThat(table.get(id)).isEqualTo(profile));
        assertThat(table.count()).isEqualTo(contents.size());
        assertThat(table.bytes())
                .isEqualTo(contents.values().stream()
                        .mapToLong(Profile::estimatedBytes)
                        .sum());
        return contents;
    }

    private void failsAndChangesNothing(Consumer<ProfileTable> write) {
        Map<ProfileId, Profile> before = contents(full);
        assertThatThrownBy(() -> write.accept(full))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a shard has room for 12 chunks of 64 bytes of a project's profiles, and all are in use; a"
                        + " profile of over 64 bytes takes one to itself; build the engine with more shards");
        full.releaseScratch();
        assertThat(contents(full)).isEqualTo(before);
    }

    @Test
    void apply_whateverNeedsAnotherChunk_failsAndChangesNothing() {
        List<Update> needy = List.of(
                Update.of(NEW).set("k", TEXT).build(),
                Update.of(NEW).append("list", 1).build(),
                Update.of(id(0)).set("k", "x".repeat(100)).build(),
                Update.of(id(1)).set("another", TEXT).build(),
                Update.of(id(2))
                        .set("k", 1)
                        .union("list", List.of(TEXT, "another"))
                        .build(),
                // Larger than any chunk.
                Update.of(id(3))
                        .set("k", "x".repeat(250))
                        .set("l", "x".repeat(250))
                        .set("m", "x".repeat(250))
                        .build());
        for (Update update : needy) {
            failsAndChangesNothing(table -> apply(table, update));
        }
        assertThat(full.get(NEW)).isNull();
    }

    @Test
    void load_whateverNeedsAnotherChunk_failsAndChangesNothing() {
        failsAndChangesNothing(table -> table.load(Profile.of(NEW, Map.of("k", TEXT))));
        failsAndChangesNothing(table -> table.load(Profile.of(id(0), Map.of("k", TEXT, "j", TEXT))));
    }

    @Test
    void apply_whatNeedsNoOtherChunk_goesOn() {
        apply(full, Update.of(id(0)).set("k", "y".repeat(TEXT.length())).build());
        apply(full, Update.of(id(1)).set("k", 1).build());
        apply(full, Update.of(id(2)).unset("k").build());
        apply(full, Update.of(id(3)).delete().build());
        apply(full, Update.of(ProfileId.user("elsewhere", "u")).set("k", TEXT).build());
        assertThat(full.get(id(0)).get("k")).isEqualTo("y".repeat(TEXT.length()));
        assertThat(full.get(id(1)).get("k")).isEqualTo(1L);
        assertThat(full.get(id(2)).size()).isZero();
        assertThat(full.get(id(3))).isNull();
        assertThat(full.count("p")).isEqualTo(CHUNKS - 1);
        assertThat(full.count("elsewhere")).isEqualTo(1);
    }

    /** Once enough of the project is garbage, the next update compacts it first. */
    @Test
    void apply_afterDeletes_hasRoomAgain() {
        for (int number = 0; number < CHUNKS / 2; number++) {
            apply(full, Update.of(id(number)).delete().build());
        }
        for (int number = 0; number < CHUNKS / 2; number++) {
            apply(full, Update.of(id(number)).set("k", TEXT).build());
        }
        assertThat(contents(full)).hasSize(CHUNKS);
        failsAndChangesNothing(
                table -> apply(table, Update.of(NEW).set("k", TEXT).build()));
    }

    /** A compaction lays records out in another order, which may take a chunk more than before. */
    @Test
    void apply_whatNeedsNoChunkWhereACompactionWould_doesNotFail() {
        for (int seed = 0; seed < 200; seed++) {
            ProfileTable table = LimitedTables.ofChunks(REDUCER, CHUNKS);
            Random random = new Random(seed);
            int created = 0;
            while (wasCreated(table, id(created), random.nextInt(30))) {
                created++;
            }
            for (int number = 0; number < created - 1; number += 1 + random.nextInt(3)) {
                apply(table, Update.of(id(number)).delete().build());
                Update inPlace = Update.of(id(created - 1)).set("n", number).build();
                apply(table, inPlace);
            }
            contents(table);
        }
    }

    private boolean wasCreated(ProfileTable table, ProfileId id, int length) {
        try {
            apply(table, Update.of(id).set("n", 1).set("k", "x".repeat(length)).build());
            return true;
        } catch (IllegalStateException full) {
            table.releaseScratch();
            return false;
        }
    }

    /** What is frozen is never written again, so a fork of a full project has no room to write at all. */
    @Test
    void fork_ofAFullOne_failsToWriteAndBothAreAsTheyWere() {
        FrozenTable frozen = full.freeze();
        ProfileTable fork = frozen.thaw(REDUCER);
        Map<ProfileId, Profile> before = contents(full);
        for (ProfileTable table : List.of(fork, full)) {
            assertThatThrownBy(() -> apply(table, Update.of(id(0)).set("k", 1).build()))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(contents(table)).isEqualTo(before);
        }
        assertThat(frozen.get(id(0)).get("k")).isEqualTo(TEXT);
        apply(fork, Update.of(id(1)).delete().build());
        assertThat(fork.get(id(1))).isNull();
        assertThat(full.get(id(1)).get("k")).isEqualTo(TEXT);
    }

    /** The garbage stays in the chunks that the fork shares, so there is room for what is still in use. */
    @Test
    void fork_ofAFullOneWithGarbage_hasRoomToWrite() {
        apply(full, Update.of(id(0)).delete().build());
        apply(full, Update.of(id(1)).delete().build());
        FrozenTable frozen = full.freeze();
        ProfileTable fork = frozen.thaw(REDUCER);
        Map<ProfileId, Profile> before = contents(full);
        for (ProfileTable table : List.of(fork, full)) {
            assertThat(contents(table)).isEqualTo(before);
            apply(table, Update.of(id(2)).set("k", 1).build());
            apply(table, Update.of(NEW).set("k", TEXT).build());
            assertThat(table.get(id(2)).get("k")).isEqualTo(1L);
            assertThat(contents(table)).hasSize(CHUNKS - 1);
        }
        assertThat(frozen.get(id(2)).get("k")).isEqualTo(TEXT);
        assertThat(frozen.get(NEW)).isNull();
    }

    @Test
    void fork_objectsPatchedWithoutRoom_countsNoWaste() {
        full.clear("p");
        for (int number = 0; number < CHUNKS; number++) {
            apply(
                    full,
                    Update.of(id(number))
                            .set("k", LargeObject.of("a", 1))
                            .set("t", TEXT)
                            .build());
        }
        ProfileTable fork = full.freeze().thaw(REDUCER);
        patchFails(fork);
        long once = fork.heapBytes();
        patchFails(fork);
        assertThat(fork.heapBytes()).isEqualTo(once);
    }

    private void patchFails(ProfileTable table) {
        assertThatThrownBy(() -> apply(
                        table, Update.of(id(0)).set("k", LargeObject.of("a", 2)).build()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void clear_aFullOne_makesRoomForAll() {
        full.clear("p");
        List<ProfileId> again = new ArrayList<>();
        IntStream.range(0, CHUNKS)
                .mapToObj(number -> ProfileId.user("p", "v" + number))
                .forEach(again::add);
        again.forEach(id -> apply(full, Update.of(id).set("k", TEXT).build()));
        assertThat(contents(full).keySet()).containsExactlyInAnyOrderElementsOf(again);
    }
}
