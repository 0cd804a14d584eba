package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@code $remove} leaves of lists, together with what other operators of the update do to them. */
class ListRemovalTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private static ProfileEngine holding(Map<String, Object> properties) {
        ProfileEngine engine = bare().build();
        engine.apply(Batch.of(Update.of(ADA).set(properties).build()));
        return engine;
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
        assertThat(result.outcomes(0).get(1).explanation()).contains("list");
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

    /** More lists than are patched one by one. */
    @Test
    void apply_removalsFromManyLists_leaveOfEachItsOwn() {
        Map<String, Object> lists = new HashMap<>();
        Map<String, Object> gone = new HashMap<>();
        Map<String, Object> expected = new HashMap<>();
        for (long number = 0; number < 9; number++) {
            lists.put("l" + number, List.of("a", number, "b", number * 1_000));
            gone.put("l" + number, number % 2 == 0 ? "a" : List.of("b", number));
            expected.put(
                    "l" + number,
                    number % 2 == 0 ? List.of(number, "b", number * 1_000) : List.of("a", number * 1_000));
        }
        ProfileEngine engine = holding(lists);
        engine.apply(Batch.of(Update.of(ADA).remove(gone).build()));
        assertThat(propertiesOf(engine)).isEqualTo(expected);
    }

    @Test
    void apply_removalsOfFewAndOfMany_takeThoseThatAreThere() {
        for (int count = 0; count < 20; count++) {
            List<Object> numbers =
                    LongStream.range(0, 20).<Object>mapToObj(Long::valueOf).toList();
            ProfileEngine engine = holding(Map.of("a", numbers));
            List<Object> gone = new ArrayList<>(numbers.subList(20 - count, 20));
            gone.add("not there");
            engine.apply(Batch.of(Update.of(ADA).remove("a", gone).build()));
            assertThat(propertiesOf(engine)).isEqualTo(Map.of("a", numbers.subList(0, 20 - count)));
        }
    }

    @Test
    void apply_removalWhileASnapshotIsHeld_isNotSeenThere() {
        ProfileEngine engine = holding(Map.of("a", List.of("x", "y"), "b", 1));
        Profile before = engine.profile(ADA).orElseThrow();
        Snapshot held = engine.snapshot();
        engine.apply(Batch.of(Update.of(ADA).remove("a", "x").build()));
        engine.apply(Batch.of(Update.of(ADA).remove("a", "y").build()));
        assertThat(propertiesOf(engine)).isEqualTo(Map.of("a", List.of(), "b", 1L));
        assertThat(before.get("a")).isEqualTo(List.of("x", "y"));
        assertThat(held.profile(ADA).orElseThrow().get("a")).isEqualTo(List.of("x", "y"));
    }

    /** The list was stored before the limits were set. */
    @Test
    void apply_removalUnderLimits_isJudgedByWhatIsLeft() {
        Map<String, Object> list = Map.of("a", List.of("0123456789", "abcde", "fghij"));
        Limits limits = new Limits(255, 255, 20, 255, 3, 2_000);
        ProfileEngine engine = bare().limits(limits).build();
        engine.restore(holding(list).snapshot());
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
