package io.github.profileengine.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonPatchTest {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Profile EMPTY = Profile.empty(ID);

    @Test
    void jsonPatch_changedProfile_isOneOperationAProperty() {
        Profile before = profile("gone", 1, "list", List.of(1, 2), "same", 1);
        Profile after = profile("list", List.of(1, 2, 3), "new", OracleValues.objectOf("b", null, "a", 1.5), "same", 1);
        assertThat(ProfileDiff.between(before, after).jsonPatch())
                .isEqualTo("[{\"op\":\"remove\",\"path\":\"/gone\"},"
                        + "{\"op\":\"replace\",\"path\":\"/list\",\"value\":[1,2,3]},"
                        + "{\"op\":\"add\",\"path\":\"/new\",\"value\":{\"a\":1.5,\"b\":null}}]");
    }

    @Test
    void jsonPatch_addedAndRemovedProfile_replaceTheDocument() {
        ProfileDiff added = ProfileDiff.between(null, profile("b", null, "a/b", "~"));
        assertThat(added.jsonPatch())
                .isEqualTo("[{\"op\":\"replace\",\"path\":\"\",\"value\":{\"a/b\":\"~\",\"b\":null}}]");
        assertThat(added.inverse().jsonPatch()).isEqualTo("[{\"op\":\"replace\",\"path\":\"\",\"value\":null}]");
    }

    @Test
    void jsonPatch_oddNames_areEscaped() {
        for (String[] nameAndPath : new String[][] {
            {"", "/"},
            {"a/b", "/a~1b"},
            {"~", "/~0"},
            {"~1", "/~01"},
            {"/", "/~1"},
            {"-", "/-"},
            {"0", "/0"},
            {"a.b", "/a.b"},
            {"__proto__", "/__proto__"},
            {"\"\n", "/\\\"\\n"},
            {"\ud83d\ude00", "/\ud83d\ude00"}
        }) {
            ProfileDiff diff = ProfileDiff.between(profile(nameAndPath[0], 1), EMPTY);
            assertThat(diff.jsonPatch()).isEqualTo("[{\"op\":\"remove\",\"path\":\"" + nameAndPath[1] + "\"}]");
        }
    }

    @Test
    void jsonPatch_values_areCanonicalText() {
        assertThat(patchValue(BigInteger.ONE.shiftLeft(64))).isEqualTo("18446744073709552000");
        assertThat(patchValue(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
        assertThat(patchValue(5e-324)).isEqualTo("5e-324");
        assertThat(patchValue(1e21)).isEqualTo("1e+21");
        assertThat(patchValue(-0.0)).isEqualTo("0");
        assertThat(patchValue(null)).isEqualTo("null");
        assertThat(patchValue(Arrays.asList(null, "\u001f", List.of()))).isEqualTo("[null,\"\\u001f\",[]]");
        assertThat(patchValue(Map.of("\uffff", 1, "\ud83d\ude00", 2))).isEqualTo("{\"\uffff\":1,\"\ud83d\ude00\":2}");
    }

    private static String patchValue(Object value) {
        String patch = ProfileDiff.between(EMPTY, profile("k", value)).jsonPatch();
        assertThat(patch)
                .startsWith("[{\"op\":\"add\",\"path\":\"/k\",\"value\":")
                .endsWith("}]");
        return patch.substring("[{\"op\":\"add\",\"path\":\"/k\",\"value\":".length(), patch.length() - 2);
    }

    private static Profile profile(Object... namesAndValues) {
        return Profile.of(ID, OracleValues.objectOf(namesAndValues));
    }
}
