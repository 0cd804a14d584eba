package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Operator;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCheckTest {
    // The commands take more; the largest batch comes to each of so few three times on average.
    private static final int FEW = 600;

    static Stream<Arguments> everyStoreAndMix() {
        return Arrays.stream(Stores.values())
                .flatMap(store ->
                        Arrays.stream(Mix.values()).filter(store::takes).map(mix -> Arguments.of(store, mix)));
    }

    @ParameterizedTest
    @MethodSource("everyStoreAndMix")
    void check_everyImplementation_passes(Stores implementation, Mix mix) {
        try (Store store = implementation.create()) {
            assertThatCode(() -> check(store, mix)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void check_twoWriters_passes(Stores implementation) {
        assertThatCode(() -> TogetherCheck.check(implementation)).doesNotThrowAnyException();
    }

    // The check compares what they return, but a loop over single reads would return the same.
    @ParameterizedTest
    @ValueSource(classes = {EngineStore.class, HazelcastStore.class, MongoStore.class})
    void readAll_storesWithACallForManyKeys_makeIt(Class<? extends Store> store) throws NoSuchMethodException {
        assertThat(store.getMethod("readAll", String[].class, String[].class).getDeclaringClass())
                .isEqualTo(store);
    }

    @Test
    void check_storeThatLosesTheLastEditOfABatch_fails() {
        Store losing = new WrongStore(edits -> Arrays.copyOf(edits, edits.length - 1));

        assertThatThrownBy(() -> check(losing, Mix.SET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WrongStore has user-");
    }

    @Test
    void check_twoWritersOfAStoreThatLosesEdits_fails() {
        Store losing = new WrongStore(edits -> edits.length == 1 ? new Edit[0] : edits);

        assertThatThrownBy(() -> TogetherCheck.check(losing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WrongStore has, after two writers, user-");
    }

    @ParameterizedTest
    @EnumSource(
            value = Operator.class,
            names = {"SET_ONCE", "ADD", "APPEND", "UNION", "REMOVE"})
    void check_storeThatDoesNotKnowAnOperatorOfTheSample_fails(Operator unknown) {
        Store ignorant = new WrongStore(edits ->
                Arrays.stream(edits).filter(edit -> edit.operator() != unknown).toArray(Edit[]::new));

        assertThatThrownBy(() -> check(ignorant, Mix.SAMPLE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WrongStore has author-");
    }

    // With fewer authors, a store is not caught that does not know the sample's $set_once or $union.
    private static void check(Store store, Mix mix) {
        if (mix == Mix.SAMPLE) {
            StoreCheck.check(store, mix);
        } else {
            StoreCheck.check(store, mix, FEW);
        }
    }

    @Test
    void seconds_text_isWhatTheEngineWrites() {
        for (int second : new int[] {0, 1, 59, 60, 3599, 3600, 86_399, 86_400, 100_000, Integer.MAX_VALUE}) {
            assertThat(Seconds.text(second) + "Z")
                    .isEqualTo(Seconds.instant(second).toString());
        }
    }

    /** Applies other edits than it is given. */
    private static final class WrongStore implements Store {
        private final ModelStore right = new ModelStore();
        private final UnaryOperator<Edit[]> applied;

        WrongStore(UnaryOperator<Edit[]> applied) {
            this.applied = applied;
        }

        @Override
        public synchronized void apply(Edit[] edits, int second) {
            right.apply(applied.apply(edits), second);
        }

        @Override
        public @Nullable Object read(String id, String name) {
            return right.read(id, name);
        }

        @Override
        public Map<String, @Nullable Object> content(String id) {
            return right.content(id);
        }
    }
}
