package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineStatsTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final ProfileId BOB = ProfileId.user("p", "bob");

    private static Update set(ProfileId id, Object value) {
        return Update.of(id).set("k", value).build();
    }

    @Test
    void stats_freshEngine_areZero() {
        EngineStats stats = Engines.builder().shards(8).build().stats();
        assertThat(stats).isEqualTo(new EngineStats(0, 0, 0, Map.of(), 0, 0, 0, 0, 8, 0, 0, 0, 0, 0));
        assertThat(stats.imbalance()).isEqualTo(1);
        assertThat(stats.outcomes(Rule.SET_APPLIED)).isZero();
    }

    @Test
    void stats_oneBatch_countWhatItDid() {
        ProfileEngine engine = Engines.builder()
                .strict(true)
                .bounds(EngineBounds.OFF.withMaxProfiles(1))
                .build();
        engine.apply(Batch.of(
                set(ADA, 1),
                set(ADA, 1),
                Update.of(ADA).add("k", 1).set("l", "x").build(),
                Update.of(ADA).add("l", 1).build(),
                Update.of(ADA).add("k", "no number").build(),
                set(BOB, 1)));
        EngineStats stats = engine.stats();
        assertThat(stats.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Rule.SET_APPLIED, 2L,
                        Rule.SET_EQUAL_VALUE, 1L,
                        Rule.ADD_APPLIED, 1L,
                        Rule.ADD_ON_NON_NUMBER, 1L,
                        Rule.RECORD_OPERAND_NOT_NUMBER, 1L,
                        Rule.RECORD_BOUND_PROFILES, 1L));
        assertThat(stats.accepted()).isEqualTo(4);
        assertThat(stats.rejected()).isEqualTo(2);
        assertThat(stats.updates()).isEqualTo(6);
        assertThat(stats.outcomes(Outcome.Kind.APPLIED)).isEqualTo(3);
        assertThat(stats.outcomes(Outcome.Kind.REJECTED)).isEqualTo(2);
        assertThat(stats.outcomes(Operator.SET, Outcome.Kind.APPLIED)).isEqualTo(2);
        assertThat(stats.outcomes(Operator.SET_ONCE, Outcome.Kind.APPLIED)).isZero();
        assertThat(stats.profiles()).isEqualTo(1);
        assertThat(stats.batches()).isEqualTo(1);
    }

    /** Updates that fail at once are counted with their batch, and not before it. */
    @Test
    void stats_whileABatchWaitsToGoIn_countNothingOfIt() {
        HookedGate gate = new HookedGate();
        ProfileEngine engine =
                Engines.builder().strict(true).parts(gate.parts()).build();
        EngineStats fresh = engine.stats();
        List<EngineStats> seen = new ArrayList<>();
        gate.entering = () -> seen.add(engine.stats());
        Update failing = Update.of(ADA).add("k", "no number").build();
        engine.apply(Batch.of(set(ADA, 1), failing, set(BOB, 1)));
        assertThat(seen).containsExactly(fresh);
        assertThat(engine.stats().accepted()).isEqualTo(2);
        assertThat(engine.stats().rejected()).isEqualTo(1);
        assertThat(engine.stats().batches()).isEqualTo(1);
        assertThat(engine.stats().outcomes(Rule.RECORD_OPERAND_NOT_NUMBER)).isEqualTo(1);
    }

    @Test
    void stats_batchThatThrew_countNothingOfIt() {
        HookedGate gate = new HookedGate();
        ProfileEngine engine =
                Engines.builder().strict(true).parts(gate.parts()).build();
        EngineStats fresh = engine.stats();
        gate.entering = () -> {
            throw new OutOfMemoryError("as it may happen anywhere");
        };
        Update failing = Update.of(ADA).add("k", "no number").build();
        assertThatThrownBy(() -> engine.apply(Batch.of(failing))).isInstanceOf(OutOfMemoryError.class);
        assertThat(engine.stats()).isEqualTo(fresh);
    }

    /** The name of {@code $set_once} begins with that of {@code $set}. */
    @Test
    void outcomes_byOperator_doNotMixNamesThatBeginAlike() {
        ProfileEngine engine = Engines.builder().build();
        engine.apply(Batch.of(Update.of(ADA).setOnce("k", 1).build()));
        assertThat(engine.stats().outcomes(Operator.SET, Outcome.Kind.APPLIED)).isZero();
        assertThat(engine.stats().outcomes(Operator.SET_ONCE, Outcome.Kind.APPLIED))
                .isEqualTo(1);
    }

    @Test
    void cuts_everyKind_areCounted() {
        ProfileEngine engine = Engines.builder().build();
        engine.apply(Batch.of(set(ADA, 1)));
        assertThat(engine.stats().cuts()).as("a plain batch stops nobody").isZero();
        engine.snapshot();
        engine.fork();
        engine.alias("p", "a", "b");
        engine.apply(Batch.builder().alias("p", "a", "b").build());
        engine.clear("none");
        engine.restore(engine.snapshot());
        engine.record(1, RecordingOverflow.END_RECORDING);
        engine.stateHash();
        EngineChangesTest.subscribed(engine);
        assertThat(engine.stats().cuts()).isEqualTo(10);
        assertThat(engine.stats().cutWaitNanos()).isNotNegative();
        engine.profiles();
        engine.profile(ADA);
        engine.stats();
        assertThat(engine.stats().cuts()).as("reads stop nobody").isEqualTo(10);
    }

    @Test
    void fork_counts_fromZero() {
        ProfileEngine engine = Engines.builder().build();
        engine.apply(Batch.of(set(ADA, 1)));
        EngineStats stats = engine.fork().stats();
        assertThat(stats.updates()).isZero();
        assertThat(stats.batches()).isZero();
        assertThat(stats.outcomes()).isEmpty();
        assertThat(stats.profiles()).isEqualTo(1);
    }

    @Test
    void imbalance_evenAndUneven_isTheFullestShardBesideTheAverage() {
        ProfileEngine single = Engines.builder().shards(64).build();
        single.apply(Batch.of(set(ADA, 1)));
        assertThat(single.stats().fullestShard()).isEqualTo(1);
        assertThat(single.stats().imbalance()).isEqualTo(64);
        ProfileEngine many = Engines.builder().shards(4).build();
        many.apply(Batch.of(IntStream.range(0, 4_000)
                .mapToObj(i -> set(ProfileId.user("p", "u" + i), 1))
                .toList()));
        assertThat(many.stats().imbalance()).isBetween(1.0, 1.5);
        assertThat(many.stats().fullestShard()).isBetween(1_000L, 1_500L);
    }

    @Test
    void outcomes_map_cannotBeChanged() {
        EngineStats stats = Engines.builder().build().stats();
        assertThatThrownBy(() -> stats.outcomes().put(Rule.SET_APPLIED, 1L))
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
