package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PopulationTest {
    private static final int PROFILES = 5_000;

    @ParameterizedTest
    @EnumSource(
            value = Mix.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SAMPLE", "FOUR", "FORTY", "TWO_HUNDRED"})
    void fill_profiles_haveTwelvePropertiesEach(Mix mix) {
        ModelStore store = filled(mix);

        assertThat(store.profiles()).hasSize(PROFILES);
        assertThat(store.profiles().values())
                .allSatisfy(profile -> assertThat(profile).hasSize(Population.PROPERTIES));
    }

    @ParameterizedTest
    @CsvSource({"FOUR, 4", "FORTY, 40", "TWO_HUNDRED, 200"})
    void fill_profilesOfOtherSizes_haveSoManyPropertiesEach(Mix mix, int properties) {
        ModelStore store = new ModelStore();
        mix.workload(100, 1, Spread.UNIFORM).fill(store);

        assertThat(store.profiles()).hasSize(100);
        assertThat(store.profiles().values())
                .allSatisfy(profile -> assertThat(profile).hasSize(properties));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mix.class,
            names = {"SET", "FORTY"})
    void edits_values_areNeverStoredAlreadyAndKeepTheirType(Mix mix) {
        ModelStore store = filled(mix);
        Set<Object> seen = new HashSet<>();
        store.profiles().values().forEach(profile -> seen.addAll(profile.values()));
        Map<String, Class<?>> types = new HashMap<>();
        store.profiles().get(Population.id(0)).forEach((name, value) -> types.put(name, value.getClass()));

        for (Edit edit : mix.workload(PROFILES, 2, Spread.UNIFORM).edits(PROFILES)) {
            assertThat(seen.add(edit.value())).isTrue();
            assertThat(edit.value()).isInstanceOf(types.get(edit.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mix.class,
            names = {"SET", "FORTY", "DIVERSE"})
    void edits_integersOfEverySeed_takeFourBytesAndTenDigitsAndAreApart(Mix mix) {
        long least = 1_000_000_000L;
        for (int seed = 1; seed <= 5; seed++) {
            LongSummaryStatistics integers = integers(mix.workload(PROFILES, seed, Spread.UNIFORM));

            assertThat(integers.getMin()).isGreaterThanOrEqualTo(least);
            assertThat(integers.getMax()).isLessThanOrEqualTo(Integer.MAX_VALUE);
            least = integers.getMin() + 100_000_000;
        }
    }

    private static LongSummaryStatistics integers(Workload workload) {
        return Arrays.stream(workload.edits(PROFILES))
                .map(Edit::value)
                .filter(Long.class::isInstance)
                .mapToLong(Long.class::cast)
                .summaryStatistics();
    }

    @ParameterizedTest
    @EnumSource(Mix.class)
    void edits_sameSeed_areTheSame(Mix mix) {
        Edit[] edits = mix.workload(PROFILES, 7, Spread.ZIPF).edits(100);

        assertThat(mix.workload(PROFILES, 7, Spread.ZIPF).edits(100)).isEqualTo(edits);
        assertThat(mix.workload(PROFILES, 8, Spread.ZIPF).edits(100)).isNotEqualTo(edits);
    }

    @Test
    void edits_ofProfilesWithNamesOfTheirOwn_areOfNamesThatTheyHave_andSetsAreVeryMany() {
        ModelStore store = filled(Mix.DIVERSE);
        Set<Set<String>> names = new HashSet<>();
        store.profiles().values().forEach(profile -> names.add(profile.keySet()));
        assertThat(names).hasSizeGreaterThan(PROFILES * 99 / 100);

        for (Edit edit : Mix.DIVERSE.workload(PROFILES, 2, Spread.UNIFORM).edits(PROFILES)) {
            assertThat(store.content(edit.id())).containsKey(edit.name()).doesNotContainValue(edit.value());
        }
    }

    @Test
    void edits_additions_areToIntegersThatEveryProfileHas() {
        Map<String, Object> profile = filled(Mix.ADD).content(Population.id(17));

        for (Edit edit : Mix.ADD.workload(PROFILES, 2, Spread.UNIFORM).edits(1_000)) {
            assertThat(edit.operator()).isEqualTo(Operator.ADD);
            assertThat(profile.get(edit.name())).isInstanceOf(Long.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"TEXTS, 15, 204", "LONG_TEXTS, 300, 2999"})
    void edits_texts_areOfAnyLengthAndNeverStoredAlready(Mix mix, int shortest, int longest) {
        ModelStore store = filled(mix);
        IntSummaryStatistics lengths = new IntSummaryStatistics();

        for (Edit edit : mix.workload(PROFILES, 2, Spread.UNIFORM).edits(PROFILES)) {
            assertThat(store.content(edit.id())).containsKey(edit.name()).doesNotContainValue(edit.value());
            lengths.accept(((String) edit.value()).length());
        }
        assertThat(lengths.getMin()).isBetween(shortest, shortest + shortest / 10);
        assertThat(lengths.getMax()).isBetween(longest - longest / 10, longest);
    }

    @Test
    void edits_objects_areOfPropertiesThatAreObjects() {
        Map<String, Object> profile = filled(Mix.OBJECT).content(Population.id(17));

        for (Edit edit : Mix.OBJECT.workload(PROFILES, 2, Spread.UNIFORM).edits(1_000)) {
            assertThat((Map<?, ?>) edit.value())
                    .hasSameSizeAs((Map<?, ?>) profile.get(edit.name()))
                    .hasSize(3);
            assertThat(profile).doesNotContainValue(edit.value());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Mix.class,
            names = {"APPEND", "UNION"})
    void edits_listsOfALongRun_keepAboutNineElements(Mix mix) {
        ModelStore store = filled(mix);
        double first = meanLength(store);

        store.apply(mix.workload(PROFILES, 2, Spread.UNIFORM).edits(40 * PROFILES), 1);

        assertThat(first).isBetween(8.0, 10.0);
        assertThat(meanLength(store)).isBetween(8.0, 10.0);
    }

    @Test
    void edits_zipf_drawsFewProfilesMostOfTheTime() {
        long distinct = Arrays.stream(Mix.SET.workload(PROFILES, 2, Spread.ZIPF).edits(PROFILES))
                .map(Edit::id)
                .distinct()
                .count();

        assertThat(distinct).isBetween(PROFILES / 10L, PROFILES / 2L);
    }

    private static double meanLength(ModelStore store) {
        return store.profiles().values().stream()
                .mapToInt(profile -> ((List<?>) profile.get(Population.LIST)).size())
                .average()
                .orElseThrow();
    }

    private static ModelStore filled(Mix mix) {
        ModelStore store = new ModelStore();
        mix.workload(PROFILES, 1, Spread.UNIFORM).fill(store);
        return store;
    }
}
