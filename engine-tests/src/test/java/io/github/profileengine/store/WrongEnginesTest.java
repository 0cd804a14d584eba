package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.LawCheck;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws about engines are worth something only if each mistake of {@link WrongEngines} makes one of them fail. */
class WrongEnginesTest {
    private static final LawCheck<EngineLaws, StoreParts> CHECK = new LawCheck<>(
            List.of(
                    ConcurrencyProperties.class,
                    ShardProperties.class,
                    ForkProperties.class,
                    ReplayProperties.class,
                    ConcurrentLogProperties.class),
            EngineLaws::on);

    @TestFactory
    Stream<DynamicTest> law_ofTheSubjectOfTheMistake_fails() {
        return CHECK.failures(WrongEngines.all(), 100);
    }

    /** The table that wrong ones extend is not what is noticed. */
    @TestFactory
    Stream<DynamicTest> law_ofEnginesOnTheMapTable_holds() {
        return CHECK.passes(WrongEngines.parts(MapTable::new), 4);
    }

    @Test
    void laws_withoutAMistake_areNone() {
        assertThat(CHECK.keysWithout(WrongEngines.all())).isEmpty();
    }
}
