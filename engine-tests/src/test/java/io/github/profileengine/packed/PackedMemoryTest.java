package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Objects beside the bytes are released when nothing shows them any more, and not before. */
class PackedMemoryTest {
    private static final int ATTEMPTS = 100;
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final PackedTable table = new PackedTable(REDUCER);

    private static void apply(ProfileTable to, Update update) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        to.apply(update, step);
        to.releaseScratch();
    }

    private static void setObject(ProfileTable to, int number) {
        apply(to, Update.of(ADA).set("object", LargeObject.of("number", number)).build());
    }

    private static WeakReference<Object> object(ProfileTable of) {
        Profile profile = of.get(ADA);
        assertThat(profile).isNotNull();
        return new WeakReference<>(profile.get("object"));
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int attempt = 0; attempt < ATTEMPTS && reference.get() != null; attempt++) {
            System.gc();
            List<byte[]> pressure = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                pressure.add(new byte[1 << 16]);
            }
            Reference.reachabilityFence(pressure);
        }
        return reference.get() == null;
    }

    @Test
    void object_replacedDroppedOrDeleted_isNotKept() {
        apply(table, Update.of(ProfileId.user("p", "bob")).set("k", 1).build());
        setObject(table, 1);
        WeakReference<Object> replaced = object(table);
        setObject(table, 2);
        WeakReference<Object> overwritten = object(table);
        apply(table, Update.of(ADA).set("object", "text").build());
        setObject(table, 3);
        WeakReference<Object> unset = object(table);
        apply(table, Update.of(ADA).unset("object").build());
        setObject(table, 4);
        WeakReference<Object> moved = object(table);
        apply(table, Update.of(ADA).set("text", "x".repeat(500)).build());
        assertThat(isCollected(replaced)).isTrue();
        assertThat(isCollected(overwritten)).isTrue();
        assertThat(isCollected(unset)).isTrue();
        System.gc();
        assertThat(moved.get()).as("moved with its record").isNotNull();
        apply(table, Update.of(ADA).delete().build());
        assertThat(isCollected(moved)).isTrue();
        assertThat(table.count()).isEqualTo(1);
    }

    /**
     * A listing creates one profile of a record after the other: all of them at once take several times the records'
     * memory.
     */
    @Test
    void listing_ofASnapshot_holdsNoneOfTheProfiles() {
        try (ProfileEngine engine = ProfileEngine.builder().build()) {
            for (String token : List.of("p", "q")) {
                engine.apply(Batch.of(
                        Update.of(ProfileId.user(token, "ada")).set("k", 1).build(),
                        Update.of(ProfileId.user(token, "bob")).set("k", 1).build()));
            }
            Iterator<Profile> listing = engine.snapshot().profiles().iterator();
            List<WeakReference<Profile>> seen = new ArrayList<>();
            for (int at = 0; at < 3; at++) {
                seen.add(new WeakReference<>(listing.next()));
            }
            // An iterator may hold the profile that it returned last.
            assertThat(seen.subList(0, 2)).allMatch(PackedMemoryTest::isCollected);
            assertThat(listing.next().id()).isEqualTo(ProfileId.user("q", "bob"));
        }
    }

    /** Chunks are shared with what was frozen, so they must not hold anything that only one of the two shows. */
    @Test
    void fork_dropped_isCollectedWithAllThatOnlyItHolds() {
        setObject(table, 1);
        FrozenTable frozen = table.freeze();
        ProfileTable fork = frozen.thaw(REDUCER);
        setObject(fork, 2);
        setObject(table, 3);
        WeakReference<Object> ofFork = object(fork);
        WeakReference<ProfileTable> dropped = new WeakReference<>(fork);
        fork = null;
        assertThat(isCollected(dropped)).isTrue();
        assertThat(isCollected(ofFork)).isTrue();
        assertThat(object(table).get()).isEqualTo(LargeObject.of("number", 3L));
        WeakReference<Object> later = object(table);
        setObject(table, 4);
        assertThat(isCollected(later)).isTrue();
        assertThat(frozen.get(ADA).get("object")).isEqualTo(LargeObject.of("number", 1L));
    }

    /** A deletion leaves garbage and allocates nothing. */
    @Test
    void records_mostDeleted_areLeftBehindByACompaction() {
        for (int number = 0; number < 1_000; number++) {
            apply(
                    table,
                    Update.of(ProfileId.user("p", "u" + number))
                            .set("k", "x".repeat(200))
                            .build());
        }
        long full = table.heapBytes();
        for (int number = 1; number < 1_000; number++) {
            apply(table, Update.of(ProfileId.user("p", "u" + number)).delete().build());
        }
        assertThat(table.count()).isEqualTo(1);
        assertThat(table.heapBytes()).isLessThan(full / 4);
    }

    /**
     * The next compaction releases what only the past held. As much garbage as there are records causes a compaction.
     */
    @Test
    void snapshot_dropped_letsGoOfObjectsWithTheNextCompaction() {
        PackedTable tiny = new PackedTable(REDUCER, Sizes.TINY);
        setObject(tiny, 1);
        WeakReference<Object> old = object(tiny);
        @Nullable FrozenTable frozen = tiny.freeze();
        setObject(tiny, 2);
        System.gc();
        assertThat(old.get()).isEqualTo(frozen.get(ADA).get("object"));
        frozen = null;
        for (int number = 0; number < 20; number++) {
            apply(tiny, Update.of(ADA).set("text", "x".repeat(number * 10)).build());
        }
        assertThat(isCollected(old)).isTrue();
    }

    @Test
    void records_thatWereLargeOnce_giveTheirRoomBack() {
        PackedTable shrunk = new PackedTable(REDUCER);
        PackedTable small = new PackedTable(REDUCER);
        for (String text : List.of("x".repeat(900), "y")) {
            for (int number = 0; number < 1_000; number++) {
                ProfileId id = ProfileId.user("p", "u" + number);
                apply(shrunk, Update.of(id).set("k", text).set("l", text).build());
            }
        }
        shrunk.forEach("p", small::load);
        assertThat(shrunk.heapBytes()).isLessThan(4 * small.heapBytes());
    }

    /** Growing, shrinking, creating and deleting leave no more garbage than the bound allows. */
    @Test
    void records_growingAndShrinkingForLong_takeNoMoreAndMore() {
        PackedTable tiny = new PackedTable(REDUCER, new PackedSizes(256, 1 << 12, 1 << 12, 64, 8, 2_048));
        for (int round = 0; round < 40_000; round++) {
            ProfileId id = ProfileId.user("p", "u" + round * 7 % 50);
            apply(
                    tiny,
                    switch (round % 5) {
                        case 0 ->
                            Update.of(id).set("text", "x".repeat(round % 400)).build();
                        case 1 -> Update.of(id).set("text", List.of(round)).build();
                        case 2 ->
                            Update.of(id).append("list", round).unset("text").build();
                        case 3 -> Update.of(id).unset("list").build();
                        default ->
                            round % 11 == 0
                                    ? Update.of(id).delete().build()
                                    : Update.of(id).set("n", round).build();
                    });
        }
        // 64 chunks of 4 KiB is all there may be; without compaction this would take some ten million bytes.
        assertThat(tiny.count()).isBetween(1L, 50L);
    }
}
