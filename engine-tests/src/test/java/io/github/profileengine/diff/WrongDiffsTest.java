package io.github.profileengine.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.LawCheck;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The law about differences is worth something only if each mistake of {@link WrongDiffs} makes it fail. */
class WrongDiffsTest {
    private static final LawCheck<ProfileDiffProperties, DiffsUnderTest> CHECK =
            new LawCheck<>(List.of(ProfileDiffProperties.class), ProfileDiffProperties::against);

    @TestFactory
    Stream<DynamicTest> law_ofTheSubjectOfTheMistake_fails() {
        return CHECK.failures(WrongDiffs.all(), 1_000);
    }

    /** How wrong differences are applied is not what is noticed. */
    @TestFactory
    Stream<DynamicTest> law_ofDifferencesWithoutAMistake_holds() {
        return CHECK.passes(WrongDiffs.right(), 50);
    }

    @Test
    void laws_withoutAMistake_areNone() {
        assertThat(CHECK.keysWithout(WrongDiffs.all())).isEmpty();
    }
}
