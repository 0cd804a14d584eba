package io.github.profileengine.wire.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.profileengine.operation.Operator;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorMixTest {

    @Test
    void next_drawnOften_comesAsTheWeightsSay() {
        Map<Operator, Integer> counts = counts(OperatorMix.parse("set=60,add=25,delete=15"), 100_000);

        assertThat(counts).containsOnlyKeys(Operator.SET, Operator.ADD, Operator.DELETE);
        assertThat(counts.get(Operator.SET)).isCloseTo(60_000, within(1_000));
        assertThat(counts.get(Operator.ADD)).isCloseTo(25_000, within(1_000));
    }

    @Test
    void next_ofOneOperator_isAlwaysThat() {
        assertThat(counts(OperatorMix.parse("merge"), 1_000)).containsOnlyKeys(Operator.MERGE);
    }

    @Test
    void sample_drawn_hasEveryOperatorOfTheSampleInItsShare() {
        Map<Operator, Integer> counts = counts(OperatorMix.parse("sample"), 479_420);

        assertThat(counts.get(Operator.ADD)).isCloseTo(107_180, within(2_000));
        assertThat(counts.get(Operator.REMOVE)).isCloseTo(1_470, within(200));
        assertThat(counts).doesNotContainKeys(Operator.MERGE, Operator.DELETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"set=1", "set=60,add=20", "set_once=3,unset=1000000"})
    void toString_ofAMix_canBeRead(String text) {
        assertThat(OperatorMix.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sett=3|'sett' is neither 'sample' nor one of set, set_once,",
                "''|'' is neither",
                "set=1,|'' is neither",
                "$set|'$set' is neither",
                "set=|the weight in 'set=' is no number from 1 to 1000000",
                "set=0|the weight in 'set=0'",
                "set=-1|the weight in 'set=-1'",
                "set=1.5|the weight in 'set=1.5'",
                "set=1000001|the weight in 'set=1000001'",
                "set=1,add=1,set=2|'set' is given twice"
            })
    void parse_ofNoMix_saysWhatIsWrong(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperatorMix.parse(text))
                .withMessageStartingWith(problem);
    }

    private static Map<Operator, Integer> counts(OperatorMix mix, int draws) {
        SeededRandom random = new SeededRandom(7);
        Map<Operator, Integer> counts = new EnumMap<>(Operator.class);
        for (int i = 0; i < draws; i++) {
            counts.merge(mix.next(random), 1, Integer::sum);
        }
        return counts;
    }
}
