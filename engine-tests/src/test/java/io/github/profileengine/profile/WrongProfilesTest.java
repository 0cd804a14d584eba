package io.github.profileengine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.LawCheck;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws about profiles are worth something only if each mistake of {@link WrongProfiles} makes one of them fail. */
class WrongProfilesTest {
    private static final LawCheck<ProfileProperties, ProfilesUnderTest> CHECK =
            new LawCheck<>(List.of(ProfileProperties.class), ProfileProperties::against);

    @TestFactory
    Stream<DynamicTest> law_ofTheSubjectOfTheMistake_fails() {
        return CHECK.failures(WrongProfiles.all(), 1_000);
    }

    /** What wrong profiles are wrapped in is not what is noticed. */
    @TestFactory
    Stream<DynamicTest> law_ofProfilesWithoutAMistake_holds() {
        return CHECK.passes(WrongProfiles.unmarked(), 50);
    }

    @Test
    void laws_withoutAMistake_areThoseOfTheReducer() {
        assertThat(CHECK.keysWithout(WrongProfiles.all())).containsExactlyInAnyOrder("l6", "l28", "l57");
    }
}
