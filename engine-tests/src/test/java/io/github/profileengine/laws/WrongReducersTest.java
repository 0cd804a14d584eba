package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.IdentityProperties;
import io.github.profileengine.operation.AddOperationProperties;
import io.github.profileengine.operation.AppendOperationProperties;
import io.github.profileengine.operation.DeleteOperationProperties;
import io.github.profileengine.operation.MergeOperationProperties;
import io.github.profileengine.operation.RemoveOperationProperties;
import io.github.profileengine.operation.SetOnceOperationProperties;
import io.github.profileengine.operation.SetOperationProperties;
import io.github.profileengine.operation.UnionOperationProperties;
import io.github.profileengine.operation.UnsetOperationProperties;
import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.reducer.AutomaticPropertyProperties;
import io.github.profileengine.reducer.PurityProperties;
import io.github.profileengine.reducer.RecordProperties;
import io.github.profileengine.store.BatchProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws are worth something only if each mistake of {@link WrongReducers} makes one of its laws fail. */
class WrongReducersTest {
    private static final int TRIES = 1_000;
    /** With this seed, no mistake takes long to be found. */
    private static final long SEED = 17;

    private static final List<OracleOptions> OPTIONS = List.of(
            OracleOptions.DEFAULTS,
            OracleOptions.PLAIN,
            OracleOptions.DEFAULTS.withStrict(),
            OracleOptions.PLAIN.withLimits(OracleProperties.SMALL));
    private static final LawCheck<ReducerLaws, Function<OracleOptions, ReducerUnderTest>> CHECK = new LawCheck<>(
            List.of(
                    SetOperationProperties.class,
                    SetOnceOperationProperties.class,
                    MergeOperationProperties.class,
                    AddOperationProperties.class,
                    UnionOperationProperties.class,
                    AppendOperationProperties.class,
                    RemoveOperationProperties.class,
                    UnsetOperationProperties.class,
                    DeleteOperationProperties.class,
                    RecordProperties.class,
                    PurityProperties.class,
                    AutomaticPropertyProperties.class,
                    IdentityProperties.class,
                    BatchProperties.class),
            ReducerLaws::against);

    @TestFactory
    Stream<DynamicTest> law_ofTheSubjectOfTheMistake_fails() {
        return CHECK.failures(WrongReducers.all(), TRIES);
    }

    /**
     * Leaves out mistakes with shared values: they show only when the owner changes the value, which no comparison
     * does.
     */
    @TestFactory
    Stream<DynamicTest> comparison_withTheOracle_findsTheMistake() {
        List<Right> rights = new ArrayList<>();
        Random random = new Random(SEED);
        return WrongReducers.all().stream()
                .filter(wrong -> !wrong.mistake().contains("shared"))
                .map(wrong -> DynamicTest.dynamicTest(wrong.mistake(), () -> {
                    boolean found = false;
                    for (int i = 0; i < TRIES && !found; i++) {
                        if (i == rights.size()) {
                            rights.add(Right.of(OPTIONS.get(i % OPTIONS.size()), RandomBatch.batch(random, kind(i))));
                        }
                        found = rights.get(i).differs(wrong);
                    }
                    assertThat(found).isTrue();
                }));
    }

    /**
     * Alternates between as many short batches as there are options and as many long ones. In short ones, profiles are
     * young.
     */
    private static RandomBatch.Kind kind(int index) {
        return index / OPTIONS.size() % 2 == 0 ? RandomBatch.Kind.ENTRIES : RandomBatch.Kind.BATCHES;
    }

    /** How the reference model applies a batch; used for all mistakes. */
    private record Right(
            OracleOptions options,
            List<OracleEntry> batch,
            List<StoreUnderTest.EntryResult> results,
            Map<OracleId, Map<String, Object>> profiles) {

        static Right of(OracleOptions options, List<OracleEntry> batch) {
            StoreUnderTest store = new OracleReducer(new Oracle(options)).newStore();
            return new Right(options, batch, store.apply(batch), StoreLaws.profiles(store, batch));
        }

        boolean differs(Wrong<Function<OracleOptions, ReducerUnderTest>> wrong) {
            StoreUnderTest store = wrong.subject().apply(options).newStore();
            return !results.equals(store.apply(batch)) || !profiles.equals(StoreLaws.profiles(store, batch));
        }
    }

    @TestFactory
    Stream<DynamicTest> law_ofTheReferenceModel_holds() {
        return CHECK.passes(options -> new OracleReducer(new Oracle(options)), 50);
    }

    @Test
    void laws_withoutAMistake_areNone() {
        assertThat(CHECK.keysWithout(WrongReducers.all())).isEmpty();
    }
}
