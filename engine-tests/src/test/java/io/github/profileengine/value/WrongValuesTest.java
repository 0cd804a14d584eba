package io.github.profileengine.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.LawCheck;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws about values are worth something only if each mistake of {@link WrongValues} makes one of them fail. */
class WrongValuesTest {
    private static final LawCheck<ValueLaws, ValuesUnderTest> CHECK =
            new LawCheck<>(List.of(ValueProperties.class, TextProperties.class), ValueLaws::against);

    @TestFactory
    Stream<DynamicTest> law_ofTheSubjectOfTheMistake_fails() {
        return CHECK.failures(WrongValues.all(), 1_000);
    }

    @TestFactory
    Stream<DynamicTest> law_ofTheEnginesValues_holds() {
        return CHECK.passes(new ValuesUnderTest(), 20);
    }

    @Test
    void laws_withoutAMistake_areNone() {
        assertThat(CHECK.keysWithout(WrongValues.all())).isEmpty();
    }
}
