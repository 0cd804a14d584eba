package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleText;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Compares the engine's states, outcomes and errors with those of the oracle, record for record. */
class OracleProperties extends StoreLaws {
    /** Limits small enough that random records reach every one of them. */
    static final OracleLimits SMALL = new OracleLimits(3, 4, 24, 2, 1, 4);

    @Property
    void defaults_agree(@ForAll("batches") List<OracleEntry> batch) {
        agree(OracleOptions.DEFAULTS, batch);
    }

    @Property
    void strict_agrees(@ForAll("batches") List<OracleEntry> batch) {
        agree(OracleOptions.DEFAULTS.withStrict(), batch);
    }

    @Property
    void limits_agree(@ForAll("batches") List<OracleEntry> batch) {
        agree(OracleOptions.DEFAULTS.withLimits(SMALL), batch);
    }

    @Property
    void strictWithLimits_agree(@ForAll("batches") List<OracleEntry> batch) {
        agree(OracleOptions.DEFAULTS.withStrict().withLimits(OracleLimits.DOCUMENTED), batch);
    }

    @Property
    void flattenAppendedLists_agrees(@ForAll("batches") List<OracleEntry> batch) {
        agree(OracleOptions.DEFAULTS.withFlatten(), batch);
    }

    @Property
    void noAutomatic_agrees(@ForAll("batches") List<OracleEntry> batch) {
        agree(OracleOptions.PLAIN, batch);
    }

    /** A chain through the reducer alone, so that states keep the shape that their history gave them. */
    @Property
    void reduce_agreesStepForStep(@ForAll("histories") List<OracleEntry> history) {
        for (OracleOptions options : List.of(OracleOptions.PLAIN, OracleOptions.PLAIN.withLimits(SMALL))) {
            ReducerUnderTest engine = subject(options);
            ReducerUnderTest oracle = new OracleReducer(new Oracle(options));
            Object actual = null;
            Object expected = null;
            for (OracleEntry entry : history) {
                ReducerUnderTest.Step step = engine.reduce(actual, (OracleUpdate) entry);
                ReducerUnderTest.Step right = oracle.reduce(expected, (OracleUpdate) entry);
                actual = step.after();
                expected = right.after();
                assertThat(actual == null ? null : engine.read(actual))
                        .isEqualTo(expected == null ? null : oracle.read(expected));
                boolean unbuilt = bothUnbuilt(step.rejection(), right.rejection());
                assertThat(step.outcomes()).isEqualTo(unbuilt ? step.outcomes() : right.outcomes());
            }
        }
    }

    private void agree(OracleOptions options, List<OracleEntry> batch) {
        EngineStore engine = new EngineStore(options, true);
        StoreUnderTest oracle = new OracleReducer(new Oracle(options)).newStore();
        sameResults(engine.apply(batch), oracle.apply(batch), batch);
        sameProfiles(engine, oracle, batch);
        engine.engine()
                .profiles()
                .forEach(profile ->
                        assertThat(profile.canonicalText()).isEqualTo(OracleText.of(EngineUpdates.read(profile))));
        withoutOutcomes(options, batch, engine);
        recordByRecord(options, batch, engine);
    }

    private static void withoutOutcomes(OracleOptions options, List<OracleEntry> batch, StoreUnderTest asked) {
        StoreUnderTest silent = new EngineStore(options, false);
        silent.apply(batch);
        sameProfiles(silent, asked, batch);
    }

    private static void recordByRecord(OracleOptions options, List<OracleEntry> batch, StoreUnderTest whole) {
        StoreUnderTest single = new EngineStore(options, true);
        batch.forEach(entry -> single.apply(List.of(entry)));
        sameProfiles(single, whole, batch);
    }
}
