package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Update;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code $remove} leaves of lists, and what else an update makes of these. */
class ListRemovalTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private static ProfileEngine holding(Map<String, Object> properties) {
        return holding(properties, Limits.OFF);
    }

    private static ProfileEngine holding(Map<String, Object> properties, Limits limits) {
        ProfileEngine engine = bare().build();
        engine.apply(Batch.of(Update.of(ADA).set(properties).build()));
        ProfileEngine limited = bare().limits(limits).build();
        limited.restore(engine.snapshot());
        return limited;
    }

    private static ProfileEngineBuilder bare() {
        return Engines.builder()
                .automaticCreated(false)
                .automaticLastSeen(false)
                .shards(1);
    }

    private static Map<String, Object> propertiesOf(ProfileEngine engine) {
        Profile profile = engine.profile(ADA).orElseThrow();
        assertThat(engine.stats().estimatedBytes()).isEqualTo(profile.estimatedBytes());
        return profile.properties();
    }

    @Test
    void apply_removalsFromSeveralLists_leaveOfEachItsOwn() {
        ProfileEngine engine =
                holding(Map.of("a", List.of("x", "y", "z"), "b", List.of(1, 2_000, 3), "c", List.of(), "d", "text"));
        engine.apply(Batch.of(Update.of(ADA)
                .remove("a", "y")
                .remove("b", List.of(3, 1))
                .set("d", "other")
                .build()));
        assertThat(propertiesOf(engine))
                .isEqualTo(Map.of("a", List.of("x", "z"), "b", List.of(2_000L), "c", List.of(), "d", "other"));
    }

    @Test
    void apply_listUnsetAfterARemoval_isGone() {
        ProfileEngine engine = holding(Map.of("a", List.of("x", "y"), "b", 1));
        BatchResult result = engine.applyWithOutcomes(
                Batch.of(Update.of(ADA).remove("a", "y").unset("a").build()));
        assertThat(result.outcomes(0))
                .extracting(Outcome::rule)
                .containsExactly(Rule.REMOVE_APPLIED, Rule.UNSET_APPLIED);
        assertThat(propertiesOf(engine)).isEqualTo(Map.of("b", 1L));
    }

    @Test
    void apply_removalAfterRemoval_takesBoth() {
        ProfileEngine engine = holding(Map.of("a", List.of("x", "y", "z")));
        engine.apply(Batch.of(
                Update.of(ADA).remove("a", "y").build(),
                Update.of(ADA).remove("a", "x").append("a", "w").build(),
                Update.of(ADA).union("a", List.of("z", "y")).build()));
        assertThat(propertiesOf(engine)).isEqualTo(Map.of("a", List.of("z", "w", "y")));
    }

    @Test
    void apply_removalsOfOneUpdate_takeAll() {
        ProfileEngine engine = holding(Map.of("a", List.of("x", "y", "z")));
        engine.apply(Batch.of(Update.of(ADA).remove("a", "y").remove("a", "x").build()));
        assertThat(propertiesOf(engine)).isEqualTo(Map.of("a", List.of("z")));
    }

    /** The list was there before the limits were. */
    @Test
    void apply_removalUnderLimits_isJudgedByWhatIsLeft() {
        Map<String, Object> list = Map.of("a", List.of("0123456789", "abcde", "fghij"));
        Limits limits = new Limits(255, 255, 20, 255, 3, 2_000);
        ProfileEngine engine = holding(list, limits);
        assertThat(engine.apply(Batch.of(Update.of(ADA).remove("a", "abcde").build()))
                        .rejected())
                .as("22 bytes")
                .isOne();
        assertThat(propertiesOf(engine)).isEqualTo(list);
        assertThat(engine.apply(Batch.of(
                                Update.of(ADA).remove("a", "0123456789").build()))
                        .rejected())
                .as("17 bytes")
                .isZero();
        assertThat(propertiesOf(engine)).isEqualTo(Map.of("a", List.of("abcde", "fghij")));
    }
}
