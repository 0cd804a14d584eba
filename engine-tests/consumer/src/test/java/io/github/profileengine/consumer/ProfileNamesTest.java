package io.github.profileengine.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.profile.ReservedProperty;
import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.value.ValueBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileNamesTest {
    private static final ProfileId ANNA = ProfileId.user("token", "anna");

    @Test
    void id_userAndGroup_readBack() {
        ProfileId company = ProfileId.group("token", "company", "acme");

        assertThat(ANNA.token()).isEqualTo("token");
        assertThat(ANNA.id()).isEqualTo("anna");
        assertThat(ANNA.isGroup()).isFalse();
        assertThat(ANNA.groupKey()).isEmpty();
        assertThat(ANNA.withId("bert")).isEqualTo(ProfileId.user("token", "bert"));
        assertThat(company.groupKey()).contains("company");
        assertThat(ANNA).isLessThan(company);
    }

    @Test
    void functions_oneEach_giveTheDocumentedProfile() {
        Profile profile = Profile.empty(ANNA);
        profile = Profile.set(profile, Map.of("name", "Anna", "old", 1));
        profile = Profile.set(profile, "age", 30);
        profile = Profile.setOnce(profile, "name", "ignored");
        profile = Profile.merge(profile, "address", Map.of("city", "Oslo"));
        profile = Profile.add(profile, "age", 1);
        profile = Profile.union(profile, "tags", List.of("a", "b", "a"));
        profile = Profile.append(profile, "tags", "c");
        profile = Profile.remove(profile, "tags", "a");
        profile = Profile.unset(profile, "old");
        profile = Profile.unset(profile, List.of("older"));

        assertThat(profile.canonicalText())
                .isEqualTo("{\"address\":{\"city\":\"Oslo\"},\"age\":31,\"name\":\"Anna\",\"tags\":[\"b\",\"c\"]}");
        assertThat(Profile.delete(profile)).isNull();
    }

    @Test
    void accessors_ofEachType_readTheValue() {
        Profile profile = Profile.of(
                ANNA,
                Map.of(
                        "text",
                        "x",
                        "integer",
                        1,
                        "real",
                        1.5,
                        "bool",
                        true,
                        "list",
                        List.of(1L),
                        "object",
                        Map.of(),
                        ReservedProperty.EMAIL,
                        "anna@example.com"));

        assertThat(profile.id()).isEqualTo(ANNA);
        assertThat(profile.size()).isEqualTo(7);
        assertThat(profile.isEmpty()).isFalse();
        assertThat(profile.contains("text")).isTrue();
        assertThat(profile.get("missing")).isNull();
        assertThat(profile.text("text")).isEqualTo("x");
        assertThat(profile.integer("integer")).isEqualTo(1);
        assertThat(profile.real("real")).isEqualTo(1.5);
        assertThat(profile.bool("bool")).isTrue();
        assertThat(profile.list("list")).isEqualTo(List.of(1L));
        assertThat(profile.object("object")).isEmpty();
        assertThat(profile.properties().keySet())
                .containsExactly("$email", "bool", "integer", "list", "object", "real", "text");
        assertThat(profile.created()).isEmpty();
        assertThat(profile.lastSeen()).isEmpty();
        assertThat(profile).hasSize(7);
    }

    @Test
    void values_builtByHand_haveOneText() {
        Object built = new ValueBuilder(100)
                .startObject()
                .name("b")
                .startList()
                .text("x")
                .integer(1)
                .real(1.0)
                .bool(true)
                .nul()
                .endList()
                .name("a")
                .integer(2)
                .endObject()
                .build();

        assertThat(CanonicalText.of(built)).isEqualTo("{\"a\":2,\"b\":[\"x\",1,1,true,null]}");
    }
}
