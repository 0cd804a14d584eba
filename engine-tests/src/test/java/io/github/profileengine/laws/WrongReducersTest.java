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
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.reducer.AutomaticPropertyProperties;
import io.github.profileengine.reducer.PurityProperties;
import io.github.profileengine.reducer.RecordProperties;
import io.github.profileengine.store.BatchProperties;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws are worth something only if each of the mistakes that they name makes one fail. */
class WrongReducersTest {
    private static final int TRIES = 1_000;
    private static final List<Class<? extends ReducerLaws>> LAWS = List.of(
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
            BatchProperties.class);

    @TestFactory
    Stream<DynamicTest> law_ofTheSubjectOfTheMistake_fails() {
        return WrongReducers.all().stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.law() + " " + wrong.mistake(), () -> {
                    List<Method> laws = LawRunner.laws(LAWS).stream()
                            .filter(law -> law.getName().startsWith(wrong.law() + "_"))
                            .toList();
                    assertThat(laws).isNotEmpty();
                    assertThat(laws.stream()
                                    .map(law -> LawRunner.failure(law, wrong.subject(), TRIES))
                                    .filter(failure -> failure != null))
                            .isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> comparison_withTheOracle_findsTheMistake() {
        return WrongReducers.all().stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.mistake(), () -> {
                    Random random = new Random(wrong.mistake().hashCode());
                    boolean found = false;
                    for (int i = 0; i < TRIES && !found; i++) {
                        found = differs(wrong, random);
                    }
                    // A shared container shows only when its owner changes it, which no comparison of results does.
                    assertThat(found || wrong.mistake().contains("shared")).isTrue();
                }));
    }

    private static boolean differs(WrongReducers.Wrong wrong, Random random) {
        List<OracleEntry> batch = RandomBatch.batch(random);
        StoreUnderTest right = new OracleReducer(new Oracle(OracleOptions.DEFAULTS)).newStore();
        StoreUnderTest other = wrong.subject().apply(OracleOptions.DEFAULTS).newStore();
        return !right.apply(batch).equals(other.apply(batch))
                || !StoreLaws.profiles(right, batch).equals(StoreLaws.profiles(other, batch));
    }

    @Test
    void laws_ofTheReferenceModel_hold() {
        for (Method law : LawRunner.laws(LAWS)) {
            assertThat(LawRunner.failure(law, options -> new OracleReducer(new Oracle(options)), 50))
                    .as(law.getName())
                    .isNull();
        }
    }

    @Test
    void reducers_atLeastTwelve() {
        assertThat(WrongReducers.all()).hasSizeGreaterThanOrEqualTo(12);
    }
}
