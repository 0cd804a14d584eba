package io.github.profileengine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final ProfileId BOB = ProfileId.user("p", "bob");
    private static final ProfileId ACME = ProfileId.group("p", "company", "acme");
    private static final ProfileId ELSEWHERE = ProfileId.user("\uffff", "ada");
    private static final ProfileId FAR = ProfileId.user("\ud83d\ude00", "ada");

    private static Update set(ProfileId id, Object value) {
        return Update.of(id).set("k", value).build();
    }

    private static ProfileEngine engine(int shards) {
        ProfileEngine engine = Engines.builder()
                .automaticCreated(false)
                .automaticLastSeen(false)
                .shards(shards)
                .build();
        engine.apply(Batch.builder()
                .add(set(FAR, 1))
                .add(set(BOB, 1))
                .add(set(ACME, 1))
                .add(set(ELSEWHERE, 1))
                .add(set(ADA, 1))
                .alias("q", "b", "y")
                .alias("p", "lovelace", "ada")
                .alias("p", "countess", "lovelace")
                .build());
        return engine;
    }

    @Test
    void profiles_all_areInCanonicalOrder() {
        Snapshot state = engine(64).snapshot();
        assertThat(state.profiles().map(Profile::id)).containsExactly(ADA, BOB, ACME, ELSEWHERE, FAR);
        assertThat(state.profiles("p").map(Profile::id)).containsExactly(ADA, BOB, ACME);
        assertThat(state.profiles("none")).isEmpty();
        assertThat(state.tokens()).containsExactly("p", "\uffff", "\ud83d\ude00");
        List<ProfileId> any = new ArrayList<>();
        state.forEach(profile -> any.add(profile.id()));
        assertThat(any).containsExactlyInAnyOrder(ADA, BOB, ACME, ELSEWHERE, FAR);
    }

    @Test
    void count_allAndOfAProject_isThatOfItsProfiles() {
        Snapshot state = engine(64).snapshot();
        assertThat(state.count()).isEqualTo(5);
        assertThat(state.count("p")).isEqualTo(3);
        assertThat(state.count("none")).isZero();
        assertThat(state.aliasCount()).isEqualTo(3);
        assertThat(state).hasToString("5 profiles, 3 aliases");
    }

    @Test
    void profile_byId_isTakenLiterally() {
        Snapshot state = engine(64).snapshot();
        assertThat(state.profile(ADA)).contains(Profile.of(ADA, Map.of("k", 1)));
        assertThat(state.profile(ProfileId.user("p", "lovelace"))).isEmpty();
        assertThat(state.profile(ProfileId.user("p", "acme"))).isEmpty();
        assertThatThrownBy(() -> state.profile(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void profiles_byIds_keepTheirOrderAndTellWhatIsMissing() {
        Snapshot state = engine(64).snapshot();
        List<Profile> found = state.profiles(List.of(BOB, ProfileId.user("p", "nobody"), ADA, BOB));
        assertThat(found).hasSize(4);
        assertThat(found.get(0).id()).isEqualTo(BOB);
        assertThat(found.get(1)).isNull();
        assertThat(found.get(2).id()).isEqualTo(ADA);
        assertThat(found.get(3)).isEqualTo(found.get(0));
        assertThatThrownBy(() -> found.set(0, null)).isInstanceOf(UnsupportedOperationException.class);
    }

    /** As from a set to which another thread is adding. */
    @Test
    void profiles_byIdsThatBecomeMore_areAsManyAsWereSeen() {
        Set<ProfileId> ids = new LinkedHashSet<>(List.of(ProfileId.user("p", "nobody"), ProfileId.user("p", "none"))) {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public <T> T[] toArray(IntFunction<T[]> generator) {
                return new ArrayList<>(this).toArray(generator);
            }
        };
        assertThat(Snapshot.builder().build().profiles(ids)).containsExactly(null, null);
    }

    @Test
    void aliases_all_areInCanonicalOrder() {
        Snapshot state = engine(64).snapshot();
        assertThat(state.aliases())
                .containsExactly(
                        new Alias("p", "countess", "lovelace"),
                        new Alias("p", "lovelace", "ada"),
                        new Alias("q", "b", "y"));
        assertThat(state.resolve("p", "countess")).isEqualTo("ada");
        assertThat(state.resolve("q", "countess")).isEqualTo("countess");
    }

    @Test
    void snapshot_engineGoesOn_staysAsItWas() {
        ProfileEngine engine = engine(2);
        Snapshot before = engine.snapshot();
        StateHash hash = before.stateHash();
        engine.apply(Batch.of(
                set(ADA, 2), Update.of(BOB).delete().build(), set(ProfileId.user("p", "new"), 1), set(FAR, 3)));
        engine.alias("p", "more", "ada");
        Snapshot between = engine.snapshot();
        engine.clear("p");
        assertThat(before.profile(ADA)).contains(Profile.of(ADA, Map.of("k", 1)));
        assertThat(before.profile(BOB)).isPresent();
        assertThat(before.count()).isEqualTo(5);
        assertThat(before.aliasCount()).isEqualTo(3);
        assertThat(before.stateHash()).isEqualTo(hash);
        assertThat(between.count()).isEqualTo(5);
        assertThat(between.aliasCount()).isEqualTo(4);
        assertThat(between.profile(ADA)).contains(Profile.of(ADA, Map.of("k", 2)));
        assertThat(engine.tokens()).containsExactly("\uffff", "\ud83d\ude00");
    }

    @Test
    void snapshot_streamsBegunLater_stillShowItsMoment() {
        ProfileEngine engine = engine(1);
        Snapshot before = engine.snapshot();
        engine.close();
        assertThat(before.profiles()).hasSize(5);
    }

    @Test
    void equals_sameContent_whateverTheShards() {
        Snapshot one = engine(1).snapshot();
        Snapshot many = engine(64).snapshot();
        assertThat(one).isEqualTo(many).hasSameHashCodeAs(many).isEqualTo(one);
        assertThat(one.stateHash()).isEqualTo(many.stateHash());
    }

    @Test
    void hashCode_otherNumberOfProfilesOrAliases_differs() {
        Snapshot state = Snapshot.builder().add(Profile.of(ADA, Map.of("k", 1))).build();
        Snapshot aliased = Snapshot.builder()
                .add(Profile.of(ADA, Map.of("k", 1)))
                .alias("p", "lovelace", "ada")
                .build();
        assertThat(state.hashCode())
                .as("no profile is read for it")
                .isEqualTo(Snapshot.builder()
                        .add(Profile.of(ADA, Map.of("k", 2)))
                        .build()
                        .hashCode())
                .isNotEqualTo(Snapshot.builder().build().hashCode())
                .isNotEqualTo(aliased.hashCode());
    }

    @Test
    void equals_anyDifference_isSeen() {
        Snapshot state = engine(4).snapshot();
        ProfileEngine value = engine(4);
        value.apply(Batch.of(set(ADA, 2)));
        ProfileEngine missing = engine(4);
        missing.apply(Batch.of(Update.of(ADA).delete().build()));
        ProfileEngine replaced = engine(4);
        replaced.apply(Batch.of(Update.of(ADA).delete().build(), set(ProfileId.user("p", "new"), 1)));
        ProfileEngine alias = engine(4);
        alias.alias("q", "c", "z");
        for (ProfileEngine other : List.of(value, missing, replaced, alias)) {
            assertThat(other.snapshot()).isNotEqualTo(state);
            assertThat(state).isNotEqualTo(other.snapshot());
        }
        assertThat(state).isNotEqualTo("5 profiles, 3 aliases").isNotEqualTo(null);
    }

    @Test
    void shardOf_anyId_isWithinTheShards() {
        for (int shards : new int[] {1, 3, 64, 1_024}) {
            int[] spread = new int[shards];
            for (int i = 0; i < 100 * shards; i++) {
                spread[Snapshot.shardOf(ProfileId.user("p", "u" + i), shards)]++;
            }
            assertThat(spread).as("no shard stays empty").doesNotContain(0);
        }
    }
}
