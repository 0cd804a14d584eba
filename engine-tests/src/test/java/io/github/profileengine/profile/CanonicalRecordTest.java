package io.github.profileengine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.value.ValueBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalRecordTest {
    private static final ProfileId USER = ProfileId.user("t", "u");

    @Test
    void profile_ofCanonicalProperties_isTheProfileOfTheRecord() {
        Profile profile = Profile.of(USER, Map.of("a", List.of(1, 2), "$ip", "x"));

        assertThat(CanonicalRecord.profile(USER, profile.properties())).isEqualTo(profile);
        assertThat(CanonicalRecord.of(CanonicalRecord.profile(USER, profile.properties())))
                .isEqualTo("{\"$token\":\"t\",\"$distinct_id\":\"u\",\"$properties\":{\"$ip\":\"x\",\"a\":[1,2]}}");
        assertThat(CanonicalRecord.profile(USER, Profile.empty(USER).properties()))
                .isEqualTo(Profile.empty(USER));
    }

    @Test
    void profile_deeperThanAnyOperand_isTaken() {
        Object deep = 1;
        for (int level = 0; level < 999; level++) {
            deep = List.of(deep);
        }
        Object properties = ValueBuilder.copyOf(Map.of("a", deep), ValueBuilder.MAX_DEPTH);
        Profile profile = CanonicalRecord.profile(USER, properties);

        assertThat(profile.properties()).isEqualTo(properties);
        assertThatThrownBy(() -> Profile.of(USER, profile.properties())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void profile_ofNoObject_isRefused() {
        for (Object none : new Object[] {null, List.of(), 1L, "a", Map.of()}) {
            assertThatThrownBy(() -> CanonicalRecord.profile(USER, none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("properties must be an object");
        }
    }
}
