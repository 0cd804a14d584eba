package io.github.profileengine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotBuilderTest {
    private static final Profile ADA = Profile.of(ProfileId.user("p", "ada"), Map.of("k", 1));
    private static final Profile ACME = Profile.empty(ProfileId.group("p", "company", "acme"));

    @Test
    void build_nothingAdded_isEmpty() {
        Snapshot empty = Snapshot.builder().build();
        assertThat(empty.count()).isZero();
        assertThat(empty.aliasCount()).isZero();
        assertThat(empty.tokens()).isEmpty();
        assertThat(empty).isEqualTo(Engines.builder().build().snapshot());
    }

    @Test
    void build_whatWasAdded_isThere() {
        Snapshot state =
                Snapshot.builder().add(ACME).add(ADA).alias("p", "a", "ada").build();
        assertThat(state.profiles()).containsExactly(ADA, ACME);
        assertThat(state.profile(ADA.id()).orElseThrow()).isSameAs(ADA);
        assertThat(state.resolve("p", "a")).isEqualTo("ada");
    }

    @Test
    void build_builderGoesOn_earlierSnapshotStays() {
        SnapshotBuilder builder = Snapshot.builder().add(ADA);
        Snapshot first = builder.build();
        for (int i = 0; i < 1_000; i++) {
            builder.add(Profile.empty(ProfileId.user("p", "u" + i)));
        }
        Snapshot second = builder.alias("p", "a", "ada").build();
        assertThat(first.profiles()).containsExactly(ADA);
        assertThat(first.aliasCount()).isZero();
        assertThat(second.count()).isEqualTo(1_001);
        assertThat(second.aliasCount()).isEqualTo(1);
    }

    @Test
    void add_sameIdAgain_isRefused() {
        SnapshotBuilder builder = Snapshot.builder().add(ADA);
        assertThatThrownBy(() -> builder.add(Profile.empty(ProfileId.user("p", "ada"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p/ada");
        assertThat(builder.build().profiles()).containsExactly(ADA);
    }

    @Test
    void alias_mappedAlreadyOrCycle_isRefused() {
        SnapshotBuilder builder = Snapshot.builder().alias("p", "a", "b");
        for (String id : new String[] {"b", "c"}) {
            assertThatThrownBy(() -> builder.alias("p", "a", id)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> builder.alias("p", "b", "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.alias("p", "c", "c")).isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.alias("q", "b", "a").build().aliasCount()).isEqualTo(2);
    }

    @Test
    void alias_unfitText_isRefused() {
        for (String bad : new String[] {"", "\ud800"}) {
            assertThatThrownBy(() -> Snapshot.builder().alias(bad, "a", "b"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Snapshot.builder().alias("p", bad, "b"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Snapshot.builder().alias("p", "a", bad))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void engine_thatBeginsWithIt_leavesItAsItWas() {
        Snapshot state = Snapshot.builder().add(ADA).alias("p", "a", "ada").build();
        for (int shards : new int[] {1, state.shards().size()}) {
            try (ProfileEngine engine =
                    Engines.builder().shards(shards).state(state).build()) {
                assertThat(engine.snapshot()).isEqualTo(state);
                engine.apply(
                        Batch.of(Update.of(ProfileId.user("p", "a")).set("k", 2).build()));
                assertThat(engine.profile(ADA.id()).orElseThrow().get("k")).isEqualTo(2L);
                assertThat(state.profiles()).containsExactly(ADA);
            }
        }
    }
}
