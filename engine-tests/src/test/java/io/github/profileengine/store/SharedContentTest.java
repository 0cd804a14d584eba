package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableReads;
import io.github.profileengine.table.TableStep;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an engine freezes, and which shared content it looks at; the tables of these tests count both. */
class SharedContentTest {
    private static final int SHARDS = 8;
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final ProfileEngine engine = Engines.builder()
            .shards(SHARDS)
            .parts(new StoreParts(CountingTable::new, ReentrantLock::new, Gate::new))
            .build();
    private int freezes;
    private int walks;

    private static Update set(ProfileId id, Object value) {
        return Update.of(id).set("k", value).build();
    }

    @BeforeEach
    void fill() {
        engine.apply(Batch.of(IntStream.range(0, 100)
                .mapToObj(number -> set(ProfileId.user("p", "u" + number), 1))
                .toList()));
        engine.apply(Batch.of(set(ADA, 1)));
        engine.apply(Batch.of(set(ProfileId.user("q", "ada"), 1)));
    }

    /** The next write would copy a frozen table, also in projects that nobody asked for. */
    @Test
    void profiles_ofOneProject_freezeNothing() {
        assertThat(engine.profiles("p")).hasSize(101).isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
        assertThat(freezes).isZero();
        engine.snapshot();
        assertThat(freezes).isEqualTo(SHARDS);
    }

    @Test
    void restore_sharedShards_areNotLookedAt() {
        Snapshot state = engine.snapshot();
        engine.apply(Batch.of(set(ADA, 2)));
        EngineChangesTest.Seen seen = EngineChangesTest.subscribed(engine);
        engine.restore(state);
        assertThat(walks).as("of %s shards one differs", SHARDS).isEqualTo(1);
        assertThat(seen.changes()).extracting(ProfileChange::id).containsExactly(ADA);
        assertThat(seen.changes().get(0).after()).isSameAs(engine.profile(ADA).orElseThrow());
        assertThat(engine.profile(ADA).orElseThrow().integer("k")).isEqualTo(1);
        engine.restore(state);
        assertThat(walks).as("now none differs").isEqualTo(1);
        assertThat(seen.changes()).hasSize(1);
    }

    /** Returns the same frozen content until the next write. */
    private final class CountingTable extends MapTable {
        private @Nullable FrozenTable shared;

        CountingTable(Reducer reducer) {
            super(reducer);
        }

        CountingTable(Reducer reducer, Map<ProfileId, Profile> profiles, FrozenTable shared) {
            super(reducer, profiles);
            this.shared = shared;
        }

        @Override
        public void apply(Update update, TableStep step) {
            shared = null;
            super.apply(update, step);
        }

        @Override
        public FrozenTable freeze() {
            freezes++;
            FrozenTable frozen = shared == null ? new CountingMap(Map.copyOf(map())) : shared;
            shared = frozen;
            return frozen;
        }
    }

    private final class CountingMap extends MapReads implements FrozenTable {
        CountingMap(Map<ProfileId, Profile> profiles) {
            super(profiles);
        }

        @Override
        public ProfileTable thaw(Reducer reducer) {
            return new CountingTable(reducer, new ConcurrentHashMap<>(map()), this);
        }

        @Override
        public void forEachDifference(
                TableReads later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
            if (later != this) {
                walks++;
                FrozenTable.super.forEachDifference(later, action);
            }
        }
    }
}
