package io.github.profileengine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.oracle.OracleJson;
import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.value.ValueBuilder;
import io.github.profileengine.wire.ProfileWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalRecordTest {
    private static final ProfileId USER = ProfileId.user("t", "u");
    private static final Profile ADA = Profile.of(
            ProfileId.user("p\u0001", "a\"\\\u00e9"), Map.of("b", List.of(1.0, "x"), "a", Map.of("\ud83d\ude00", 0.5)));
    private static final Profile ACME = Profile.empty(ProfileId.group("p", "company", "acme"));

    @Test
    void of_user_isTokenDistinctIdAndProperties() {
        assertThat(CanonicalRecord.of(ADA))
                .isEqualTo("{\"$token\":\"p\\u0001\",\"$distinct_id\":\"a\\\"\\\\\u00e9\",\"$properties\":"
                        + "{\"a\":{\"\ud83d\ude00\":0.5},\"b\":[1,\"x\"]}}");
    }

    @Test
    void of_group_isTokenKeyIdAndProperties() {
        assertThat(CanonicalRecord.of(ACME))
                .isEqualTo("{\"$token\":\"p\",\"$group_key\":\"company\",\"$group_id\":\"acme\",\"$properties\":{}}");
    }

    @Test
    void append_severalRecords_addsToWhatIsThere() {
        StringBuilder out = new StringBuilder("> ");
        CanonicalRecord.append(out, ACME);
        CanonicalRecord.append(out.append(' '), ADA);
        assertThat(out).hasToString("> " + CanonicalRecord.of(ACME) + " " + CanonicalRecord.of(ADA));
    }

    @Test
    void of_anyProfile_isOneJsonObjectOfItsContent() {
        Map<String, Object> record = OracleValues.object(OracleJson.value(CanonicalRecord.of(ADA)));
        assertThat(record).containsEntry("$token", "p\u0001").containsEntry("$distinct_id", "a\"\\\u00e9");
        assertThat(OracleValues.canonical(record.get("$properties")))
                .isEqualTo(OracleValues.canonical(ADA.properties()));
    }

    /** The line that the tools write for a profile is the line that its hash is made of. */
    @Test
    void of_anyProfile_isTheLineOfAnExport() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ProfileWriter writer = new ProfileWriter(bytes)) {
            writer.write(ADA);
            writer.write(ACME);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(CanonicalRecord.of(ADA) + "\n" + CanonicalRecord.of(ACME) + "\n");
        assertThat(ProfileWriter.line(ADA)).isEqualTo(CanonicalRecord.of(ADA));
    }

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
