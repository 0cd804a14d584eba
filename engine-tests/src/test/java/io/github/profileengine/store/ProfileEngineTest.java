package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.location.Location;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ResolvedLocation;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileEngineTest {
    private static final ProfileId USER = ProfileId.user("p", "u");
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    private static ProfileEngine engine() {
        return Engines.builder()
                .automaticCreated(false)
                .automaticLastSeen(false)
                .build();
    }

    private static Update set(ProfileId id, Object value) {
        return Update.of(id).set("k", value).build();
    }

    @Test
    void apply_batch_isVisibleAfterwards() {
        try (ProfileEngine engine = engine()) {
            BatchResult result = engine.apply(Batch.of(List.of(set(USER, 1), set(USER, 2))));
            assertThat(engine.profile(USER)).contains(Profile.of(USER, Map.of("k", 2)));
            assertThat(result.size()).isEqualTo(2);
            assertThat(result.accepted()).isEqualTo(2);
            assertThat(result.rejected()).isZero();
            assertThat(result.rejections()).isEmpty();
        }
    }

    @Test
    void apply_rejectedUpdate_isToldAtItsIndex() {
        try (ProfileEngine engine = Engines.builder().strict(true).build()) {
            BatchResult result = engine.apply(Batch.of(List.of(
                    set(USER, 1),
                    Update.of(USER).add("k", "x").build(),
                    Update.of(USER).add("k", 1).build())));
            assertThat(result.accepted()).isEqualTo(2);
            assertThat(result.rejected()).isEqualTo(1);
            RejectedUpdate rejected = result.rejections().get(0);
            assertThat(rejected.index()).isEqualTo(1);
            assertThat(rejected.rule()).isEqualTo(Rule.RECORD_OPERAND_NOT_NUMBER);
            assertThat(rejected.message()).startsWith(rejected.field() + ", ");
            assertThat(engine.profile(USER).orElseThrow().integer("k")).isEqualTo(2);
        }
    }

    @Test
    void outcomes_notAskedFor_areRefused() {
        try (ProfileEngine engine = engine()) {
            BatchResult silent = engine.apply(Batch.of(List.of(set(USER, 1))));
            assertThatThrownBy(() -> silent.outcomes(0)).isInstanceOf(IllegalStateException.class);
            BatchResult asked = engine.applyWithOutcomes(Batch.of(List.of(set(USER, 1))));
            assertThat(asked.outcomes(0)).hasSize(1);
            assertThat(asked.outcomes(0).get(0).rule()).isEqualTo(Rule.SET_EQUAL_VALUE);
            assertThatThrownBy(() -> asked.outcomes(1)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void alias_inABatch_countsFromItsPlaceOn() {
        try (ProfileEngine engine = engine()) {
            ProfileId a = ProfileId.user("p", "a");
            BatchResult result = engine.apply(Batch.builder()
                    .add(set(a, "before"))
                    .alias("p", "a", "u")
                    .add(set(a, "after"))
                    .alias("p", "a", "u")
                    .alias("p", "u", "a")
                    .build());
            assertThat(engine.profile(a)).contains(Profile.of(a, Map.of("k", "before")));
            assertThat(engine.profile(USER)).contains(Profile.of(USER, Map.of("k", "after")));
            assertThat(result.aliasResult(0)).isEmpty();
            assertThat(result.aliasResult(1)).contains(AliasResult.MAPPED);
            assertThat(result.aliasResult(3)).contains(AliasResult.UNCHANGED);
            assertThat(result.aliasResult(4)).contains(AliasResult.REFUSED);
            assertThat(result.size()).isEqualTo(5);
            assertThat(result.accepted()).as("updates").isEqualTo(2);
            assertThat(engine.alias("p", "a", "u")).isEqualTo(AliasResult.UNCHANGED);
            assertThat(engine.alias("p", "u", "v")).isEqualTo(AliasResult.MAPPED);
            assertThat(engine.resolve("p", "a")).isEqualTo("v");
        }
    }

    @Test
    void alias_unfitText_isRefused() {
        try (ProfileEngine engine = engine()) {
            for (String bad : new String[] {"", "\ud800"}) {
                assertThatThrownBy(() -> engine.alias("p", bad, "u")).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> engine.alias("p", "a", bad)).isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> Batch.builder().alias(bad, "a", "u"))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void profiles_manyProjects_areInCanonicalOrder() {
        try (ProfileEngine engine = engine()) {
            List<ProfileId> ids = new ArrayList<>();
            for (String token : List.of("q", "p", "\ud83d\ude00", "\uffff")) {
                ids.add(ProfileId.group(token, "b", "x"));
                ids.add(ProfileId.group(token, "a", "y"));
                for (int i = 0; i < 40; i++) {
                    ids.add(ProfileId.user(token, "u" + i * 37 % 100));
                }
            }
            engine.apply(Batch.of(ids.stream().map(id -> set(id, 1)).toList()));
            assertThat(engine.profiles().map(Profile::id))
                    .containsExactlyElementsOf(ids.stream().sorted().toList());
            assertThat(engine.profiles("q").map(Profile::id))
                    .containsExactlyElementsOf(ids.stream()
                            .filter(id -> id.token().equals("q"))
                            .sorted()
                            .toList());
            assertThat(engine.profiles("none")).isEmpty();
            assertThat(engine.tokens()).containsExactly("p", "q", "\uffff", "\ud83d\ude00");
            assertThat(engine.count()).isEqualTo(ids.size());
            assertThat(engine.count("p")).isEqualTo(42);
            assertThat(engine.count("none")).isZero();
        }
    }

    @Test
    void clear_project_leavesTheOthers() {
        try (ProfileEngine engine = engine()) {
            ProfileId other = ProfileId.user("q", "u");
            engine.apply(Batch.of(List.of(set(USER, 1), set(other, 1))));
            engine.clear("p");
            assertThat(engine.profile(USER)).isEmpty();
            assertThat(engine.profile(other)).isPresent();
            assertThat(engine.count()).isEqualTo(1);
            assertThat(engine.tokens()).containsExactly("q");
        }
    }

    @Test
    void clear_tokenThatNoLogCouldName_isRefused() {
        try (ProfileEngine engine = engine()) {
            assertThatThrownBy(() -> engine.clear("\ud800")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void clock_isReadOnceForEachBatch() {
        List<Instant> readings = new ArrayList<>();
        try (ProfileEngine engine = Engines.builder()
                .clock(() -> {
                    readings.add(NOW);
                    return NOW;
                })
                .build()) {
            engine.apply(Batch.of(List.of(set(USER, 1), set(USER, 2), set(USER, 3))));
            assertThat(readings).hasSize(1);
            assertThat(engine.profile(USER).orElseThrow().lastSeen()).contains(NOW);
        }
    }

    @Test
    void clock_outsideTheYears_isRefusedAndNothingApplies() {
        try (ProfileEngine engine = Engines.builder().clock(() -> Instant.MAX).build()) {
            assertThatThrownBy(() -> engine.apply(Batch.of(List.of(set(USER, 1)))))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(engine.count()).isZero();
        }
    }

    @Test
    void warnings_ofStrict_areToldAtTheirIndex() {
        try (ProfileEngine engine = Engines.builder().strict(true).build()) {
            BatchResult result = engine.apply(Batch.of(
                    List.of(set(USER, 1), Update.of(USER).set("$unheard_of", 1).build())));
            assertThat(result.accepted()).isEqualTo(2);
            assertThat(result.warnings()).hasSize(1);
            assertThat(result.warnings().get(0).index()).isEqualTo(1);
        }
    }

    @Test
    void batch_listChangedLater_staysAsItWas() {
        List<Update> updates = new ArrayList<>(List.of(set(USER, 1)));
        Batch batch = Batch.of(updates);
        updates.clear();
        assertThat(batch.size()).isEqualTo(1);
    }

    @Test
    void close_laterCalls_areRefused() {
        ProfileEngine engine = engine();
        engine.close();
        engine.close();
        assertThatThrownBy(() -> engine.apply(Batch.of(List.of()))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.profile(USER)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(engine::count).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void builder_unfitShards_areRefused() {
        for (int count : new int[] {0, -1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> Engines.builder().shards(count)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void apply_acceptedUpdate_isNeitherResolvedNorJudgedNorLocatedAgain() {
        try (ProfileEngine strict = Engines.builder()
                .strict(true)
                .locator(address -> Optional.of(new Location("elsewhere", null, null, null)))
                .build()) {
            ProfileId ada = ProfileId.user("p", "null");
            strict.alias("p", "null", "other");
            Update recorded = Update.of(ada)
                    .set("a", 1)
                    .ip("192.0.2.1")
                    .build()
                    .accepted(
                            ada, Instant.EPOCH, new ResolvedLocation(new Location("Berlin", null, null, null), false));

            BatchResult result = strict.apply(Batch.of(recorded));

            assertThat(result.accepted()).isEqualTo(1);
            assertThat(strict.profile(ada).orElseThrow().get("$city")).isEqualTo("Berlin");
        }
    }

    @Test
    void profiles_laterUpdate_isNotSeen() {
        try (ProfileEngine fresh = Engines.builder().build()) {
            ProfileId ada = ProfileId.user("p", "ada");
            fresh.apply(Batch.of(Update.of(ada).set("a", 1).build()));
            Stream<Profile> before = fresh.profiles();

            fresh.apply(Batch.of(Update.of(ada).set("a", 2).build()));

            assertThat(before.map(profile -> profile.get("a"))).containsExactly(1L);
        }
    }

    @Test
    void resolve_afterClose_isRefused() {
        ProfileEngine closed = Engines.builder().build();
        closed.close();
        assertThatThrownBy(() -> closed.resolve("p", "ada")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void location_withUnpairedSurrogate_isRefused() {
        assertThatThrownBy(() -> new Location("\ud800", null, null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
