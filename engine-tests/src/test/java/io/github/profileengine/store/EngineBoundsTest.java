package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineBoundsTest {
    private static final ProfileId ADA = id("ada");

    private static ProfileId id(String name) {
        return ProfileId.user("p", name);
    }

    private static Update set(ProfileId id) {
        return Update.of(id).set("k", 1).build();
    }

    private static Update delete(ProfileId id) {
        return Update.of(id).delete().build();
    }

    private static ProfileEngineBuilder builder(EngineBounds bounds) {
        return Engines.builder()
                .automaticCreated(false)
                .automaticLastSeen(false)
                .bounds(bounds);
    }

    private static ProfileEngine engine(EngineBounds bounds) {
        return builder(bounds).build();
    }

    private static BatchResult apply(ProfileEngine engine, Update... updates) {
        return engine.apply(Batch.of(updates));
    }

    private static List<Integer> rejected(BatchResult result) {
        return result.rejections().stream().map(RejectedUpdate::index).toList();
    }

    private static long bytesOf(ProfileId id) {
        return Profile.of(id, Map.of("k", 1)).estimatedBytes();
    }

    @Test
    void maxProfiles_reached_newOnesAreRejectedWithTheRule() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxProfiles(2));
        BatchResult result = engine.applyWithOutcomes(Batch.of(set(ADA), set(id("bob")), set(id("cy"))));
        assertThat(result.rejections())
                .containsExactly(new RejectedUpdate(
                        2,
                        "profiles",
                        "profiles, no room for a new one: the engine may hold 2",
                        Rule.RECORD_BOUND_PROFILES));
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.outcomes(2)).hasSize(1);
        assertThat(result.outcomes(2).get(0).rule()).isEqualTo(Rule.RECORD_BOUND_PROFILES);
        assertThat(result.outcomes(2).get(0).kind()).isEqualTo(Outcome.Kind.REJECTED);
        assertThat(engine.count()).isEqualTo(2);
        assertThat(engine.profile(id("cy"))).isEmpty();
    }

    @Test
    void maxProjectProfiles_reached_onlyThatProjectIsFull() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxProjectProfiles(1));
        ProfileId other = ProfileId.user("q", "ada");
        BatchResult result = apply(engine, set(ADA), set(id("bob")), set(other));
        assertThat(result.rejections())
                .containsExactly(new RejectedUpdate(
                        1,
                        "profiles",
                        "profiles, no room for a new one: project \"p\" may hold 1",
                        Rule.RECORD_BOUND_PROFILES));
        assertThat(engine.tokens()).containsExactly("p", "q");
    }

    @Test
    void maxBytes_reached_newOnesAreRejectedWithTheRule() {
        long full = bytesOf(ADA) + EngineBounds.PROJECT_BYTES;
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxBytes(full));
        BatchResult result = apply(engine, set(ADA), set(id("bob")));
        assertThat(result.rejections())
                .containsExactly(new RejectedUpdate(
                        1,
                        "profiles",
                        "profiles, no room for a new one: those of the engine take " + full + " bytes or more",
                        Rule.RECORD_BOUND_BYTES));
    }

    @Test
    void maxBytes_oneByteOfRoom_isRoom() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxBytes(bytesOf(ADA) + EngineBounds.PROJECT_BYTES + 1));
        assertThat(rejected(apply(engine, set(ADA), set(id("bob")), set(id("cy")))))
                .containsExactly(2);
    }

    @Test
    void maxBytes_everyProject_countsBesideItsProfiles() {
        ProfileId other = ProfileId.user("q", "ada");
        long two = bytesOf(ADA) + bytesOf(other) + 2 * EngineBounds.PROJECT_BYTES;
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxBytes(two));
        assertThat(rejected(apply(engine, set(ADA), set(other), set(id("bob")))))
                .containsExactly(2);
        assertThat(rejected(apply(engine, delete(other), set(id("bob")), set(id("cy")))))
                .containsExactly();
        assertThat(engine.count()).isEqualTo(3);
    }

    @Test
    void maxProjectBytes_reached_onlyThatProjectIsFull() {
        long full = bytesOf(ADA);
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxProjectBytes(full));
        BatchResult result = apply(engine, set(ADA), set(ProfileId.user("q", "ada")), set(id("bob")));
        assertThat(result.rejections())
                .containsExactly(new RejectedUpdate(
                        2,
                        "profiles",
                        "profiles, no room for a new one: those of project \"p\" take " + full + " bytes or more",
                        Rule.RECORD_BOUND_BYTES));
    }

    @Test
    void fullEngine_existingProfiles_goOnGrowing() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxBytes(1));
        apply(engine, set(ADA));
        BatchResult result = apply(
                engine,
                Update.of(ADA).set("text", "x".repeat(10_000)).build(),
                set(id("bob")),
                Update.of(ADA).append("list", 1).build());
        assertThat(rejected(result)).containsExactly(1);
        assertThat(engine.profile(ADA).orElseThrow().size()).isEqualTo(3);
        assertThat(engine.stats().estimatedBytes()).isGreaterThan(10_000);
    }

    @Test
    void fullEngine_updatesThatMakeNoProfile_areAccepted() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxProfiles(1));
        apply(engine, set(ADA));
        BatchResult result = apply(
                engine,
                delete(id("bob")),
                Update.of(id("bob")).unset("k").build(),
                Update.of(id("bob")).set("k", 1).delete().build());
        assertThat(result.rejected()).isZero();
        assertThat(engine.count()).isEqualTo(1);
    }

    @Test
    void fullEngine_readsAliasesAndForks_goOn() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxProfiles(1));
        apply(engine, set(ADA));
        engine.alias("p", "lovelace", "ada");
        BatchResult result = apply(engine, Update.of(id("lovelace")).set("k", 2).build());
        assertThat(result.accepted()).as("it goes to a profile that is there").isEqualTo(1);
        assertThat(engine.profile(ADA).orElseThrow().get("k")).isEqualTo(2L);
        ProfileEngine fork = engine.fork();
        assertThat(rejected(apply(fork, set(id("bob"))))).containsExactly(0);
        assertThat(apply(fork, delete(ADA), set(id("bob"))).rejected()).isZero();
        assertThat(rejected(apply(engine, set(id("bob")))))
                .as("the fork counts apart")
                .containsExactly(0);
    }

    @Test
    void delete_fullEngine_makesRoomForOne() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxProfiles(2).withMaxProjectProfiles(2));
        apply(engine, set(ADA), set(id("bob")));
        assertThat(rejected(apply(engine, delete(ADA), set(id("cy")), set(id("di")), delete(id("no")), set(ADA))))
                .containsExactly(2, 4);
    }

    @Test
    void delete_bytes_areGivenBack() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxBytes(5_000).withMaxProjectBytes(5_000));
        for (int round = 0; round < 100; round++) {
            Update large = Update.of(ADA).set("text", "x".repeat(5_000)).build();
            assertThat(rejected(apply(engine, large, set(id("bob")), delete(ADA))))
                    .containsExactly(1);
        }
        assertThat(engine.stats().estimatedBytes()).isZero();
    }

    @Test
    void shrinkingProfile_bytes_areGivenBack() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxBytes(2_000).withMaxProjectBytes(2_000));
        apply(engine, Update.of(ADA).set("text", "x".repeat(5_000)).build());
        assertThat(rejected(apply(engine, set(id("bob"))))).containsExactly(0);
        apply(engine, Update.of(ADA).unset("text").build());
        assertThat(apply(engine, set(id("bob"))).rejected()).isZero();
    }

    @Test
    void clear_project_makesRoom() {
        ProfileEngine engine = engine(EngineBounds.OFF.withMaxProfiles(2));
        apply(engine, set(ADA), set(ProfileId.user("q", "ada")));
        engine.clear("q");
        assertThat(rejected(apply(engine, set(id("bob")), set(id("cy"))))).containsExactly(1);
    }

    @Test
    void restore_stateBeyondTheBounds_isTakenWholeAndIsFull() {
        Snapshot large = engineOf(10).snapshot();
        for (int shards : new int[] {large.shards().size(), 5}) {
            ProfileEngine engine =
                    builder(EngineBounds.OFF.withMaxProfiles(3)).shards(shards).build();
            engine.restore(large);
            assertThat(engine.count()).isEqualTo(10);
            assertThat(rejected(apply(engine, set(id("new")), set(id("u3"))))).containsExactly(0);
            for (int i = 0; i < 8; i++) {
                apply(engine, delete(id("u" + i)));
            }
            assertThat(rejected(apply(engine, set(id("new")), set(id("newer")))))
                    .containsExactly(1);
        }
    }

    private static ProfileEngine engineOf(int profiles) {
        ProfileEngine engine = engine(EngineBounds.OFF);
        for (int i = 0; i < profiles; i++) {
            apply(engine, set(id("u" + i)));
        }
        return engine;
    }

    @Test
    void state_atTheBegin_isCounted() {
        ProfileEngine engine = builder(EngineBounds.OFF.withMaxProjectProfiles(10))
                .state(engineOf(10).snapshot())
                .build();
        assertThat(rejected(apply(engine, set(id("new")), set(ProfileId.user("q", "new")))))
                .containsExactly(0);
    }

    @Test
    void rejectedUpdate_doesNotTakeTheRoom() {
        ProfileEngine strict =
                builder(EngineBounds.OFF.withMaxProfiles(1)).strict(true).build();
        BatchResult result = apply(strict, Update.of(id("bob")).add("k", "x").build(), set(ADA), set(id("cy")));
        assertThat(result.rejections().stream().map(RejectedUpdate::rule))
                .containsExactly(Rule.RECORD_OPERAND_NOT_NUMBER, Rule.RECORD_BOUND_PROFILES);
    }

    /** The first updates of the batch get the room, whatever shard they lie in. */
    @Test
    void batch_largerThanTheRoom_firstComeFirstServed() {
        for (int shards : new int[] {1, 7, 64, 1_024}) {
            ProfileEngine engine =
                    builder(EngineBounds.OFF.withMaxProfiles(50)).shards(shards).build();
            Update[] updates = new Update[200];
            Arrays.setAll(updates, i -> set(id("u" + i / 2)));
            BatchResult result = apply(engine, updates);
            assertThat(rejected(result)).hasSize(100).first().isEqualTo(100);
            assertThat(engine.profile(id("u49"))).isPresent();
            assertThat(engine.profile(id("u50"))).isEmpty();
        }
    }

    @Test
    void bounds_notPositive_areRefused() {
        for (long bad : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> EngineBounds.OFF.withMaxProfiles(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("maxProfiles must be positive, not " + bad);
            assertThatThrownBy(() -> EngineBounds.OFF.withMaxBytes(bad)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> EngineBounds.OFF.withMaxProjectProfiles(bad))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> EngineBounds.OFF.withMaxProjectBytes(bad))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void with_eachBound_changesThatOneOnly() {
        EngineBounds all = EngineBounds.OFF
                .withMaxProfiles(1)
                .withMaxBytes(2)
                .withMaxProjectProfiles(3)
                .withMaxProjectBytes(4);
        assertThat(all).isEqualTo(new EngineBounds(1, 2, 3, 4));
    }
}
