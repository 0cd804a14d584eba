package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.StoreLaws;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The counts of an engine equal a recount of the outcomes of its batches. */
class EngineStatsProperties extends StoreLaws {
    private static final OracleLimits SMALL = new OracleLimits(3, 4, 24, 2, 1, 4);
    private static final List<OracleOptions> OPTIONS = List.of(
            OracleOptions.DEFAULTS,
            OracleOptions.DEFAULTS.withStrict(),
            OracleOptions.DEFAULTS.withLimits(SMALL),
            OracleOptions.DEFAULTS.withFlatten());

    @Property
    void stats_anyBatches_areTheRecount(
            @ForAll("entries") List<OracleEntry> one, @ForAll("entries") List<OracleEntry> other, @ForAll long seed) {
        Random random = new Random(seed);
        ProfileEngineBuilder builder = EngineStore.builder(OPTIONS.get(random.nextInt(OPTIONS.size())))
                .shards(ChainStep.shards(random))
                .bounds(EngineBounds.OFF.withMaxProfiles(2 + random.nextInt(2)));
        ProfileEngine asked = builder.build();
        ProfileEngine silent = builder.build();
        List<BatchResult> results = new ArrayList<>();
        for (List<OracleEntry> entries : List.of(one, other)) {
            Batch batch = batch(entries);
            results.add(asked.applyWithOutcomes(batch));
            silent.apply(batch);
        }
        isRecount(asked.stats(), results);
        assertThat(silent.stats().outcomes()).isEqualTo(asked.stats().outcomes());
        assertThat(silent.stats().accepted()).isEqualTo(asked.stats().accepted());
        assertThat(silent.stats().rejected()).isEqualTo(asked.stats().rejected());
        standsAs(asked);
    }

    // With an alias in between, so that indices of updates and of entries differ.
    private static Batch batch(List<OracleEntry> entries) {
        Batch.Builder batch = Batch.builder().alias("elsewhere", "a", "b");
        List<Update> updates = EngineUpdates.built(entries);
        updates.forEach(batch::add);
        return batch.build();
    }

    private static void isRecount(EngineStats stats, List<BatchResult> results) {
        List<Outcome> outcomes = new ArrayList<>();
        for (BatchResult result : results) {
            for (int index = 0; index < result.size(); index++) {
                outcomes.addAll(result.outcomes(index));
            }
        }
        Map<Rule, Long> byRule = new EnumMap<>(Rule.class);
        outcomes.forEach(outcome -> byRule.merge(outcome.rule(), 1L, Long::sum));
        assertThat(stats.outcomes()).isEqualTo(byRule);
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            assertThat(stats.outcomes(kind))
                    .isEqualTo(count(
                            outcomes.stream().filter(o -> o.kind() == kind).toList()));
            for (Operator operator : Operator.values()) {
                assertThat(stats.outcomes(operator, kind))
                        .isEqualTo(count(outcomes.stream()
                                .filter(o -> o.kind() == kind && o.operator() == operator)
                                .toList()));
            }
        }
        assertThat(stats.batches()).isEqualTo(results.size());
        assertThat(stats.accepted())
                .isEqualTo(results.stream().mapToLong(BatchResult::accepted).sum());
        assertThat(stats.rejected())
                .isEqualTo(results.stream().mapToLong(BatchResult::rejected).sum());
        assertThat(stats.updates()).isEqualTo(stats.accepted() + stats.rejected());
    }

    private static long count(List<Outcome> outcomes) {
        return outcomes.size();
    }

    private static void standsAs(ProfileEngine engine) {
        EngineStats stats = engine.stats();
        assertThat(stats.profiles()).isEqualTo(engine.profiles().count()).isEqualTo(engine.count());
        assertThat(stats.estimatedBytes())
                .isEqualTo(engine.profiles()
                        .mapToLong(profile ->
                                Profile.of(profile.id(), profile.properties()).estimatedBytes())
                        .sum());
        assertThat(stats.aliases()).isEqualTo(engine.snapshot().aliasCount());
    }
}
