package io.github.profileengine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileIdTest {

    @Test
    void user_parts_readBack() {
        ProfileId id = ProfileId.user("p", "u");
        assertThat(id.token()).isEqualTo("p");
        assertThat(id.id()).isEqualTo("u");
        assertThat(id.isGroup()).isFalse();
        assertThat(id.groupKey()).isEmpty();
    }

    @Test
    void group_parts_readBack() {
        ProfileId id = ProfileId.group("p", "company", "g");
        assertThat(id.id()).isEqualTo("g");
        assertThat(id.isGroup()).isTrue();
        assertThat(id.groupKey()).contains("company");
    }

    @Test
    void equals_samePartsOnly() {
        assertThat(ProfileId.user("p", "u"))
                .isEqualTo(ProfileId.user("p", "u"))
                .hasSameHashCodeAs(ProfileId.user("p", "u"))
                .isNotEqualTo(ProfileId.user("P", "u"))
                .isNotEqualTo(ProfileId.user("p", "U"))
                .isNotEqualTo(ProfileId.group("p", "u", "u"))
                .isNotEqualTo(null);
        assertThat(ProfileId.group("p", "a", "b"))
                .isEqualTo(ProfileId.group("p", "a", "b"))
                .isNotEqualTo(ProfileId.group("p", "b", "b"))
                .isNotEqualTo(ProfileId.group("p", "a", "a"));
        assertThat(ProfileId.user("p", "\u00e9")).isNotEqualTo(ProfileId.user("p", "e\u0301"));
    }

    @Test
    void withId_otherId_keepsTheRest() {
        ProfileId group = ProfileId.group("p", "company", "g");
        assertThat(group.withId("h")).isEqualTo(ProfileId.group("p", "company", "h"));
        assertThat(group.withId("g")).isSameAs(group);
        assertThat(ProfileId.user("p", "u").withId("v")).isEqualTo(ProfileId.user("p", "v"));
    }

    @Test
    void compareTo_canonicalOrder_isTokenThenUsersThenCodePoints() {
        List<ProfileId> ordered = List.of(
                ProfileId.user("p", "Z"),
                ProfileId.user("p", "a"),
                ProfileId.user("p", "\uffff"),
                ProfileId.user("p", "\ud83d\ude00"),
                ProfileId.group("p", "a", "z"),
                ProfileId.group("p", "b", "a"),
                ProfileId.group("p", "b", "aa"),
                ProfileId.user("q", "a"));
        List<ProfileId> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(7));
        Collections.sort(shuffled);
        assertThat(shuffled).isEqualTo(ordered);
    }

    @Test
    void user_unfitText_isRefused() {
        for (String bad : new String[] {null, "", "\ud800", "a\udc00"}) {
            assertThatThrownBy(() -> ProfileId.user("p", bad)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ProfileId.user(bad, "u")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ProfileId.group("p", bad, "g")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> ProfileId.group("p", "k", bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void toString_userAndGroup_showsTheParts() {
        assertThat(ProfileId.user("p", "u")).hasToString("p/u");
        assertThat(ProfileId.group("p", "company", "g")).hasToString("p/company/g");
    }

    @Test
    void hashes_oneOtherPart_differ() {
        ProfileId group = ProfileId.group("p", "k", "i");
        List<ProfileId> others = List.of(
                ProfileId.group("q", "k", "i"),
                ProfileId.group("p", "l", "i"),
                ProfileId.group("p", "k", "j"),
                ProfileId.user("p", "i"));
        for (ProfileId other : others) {
            assertThat(other.hashCode()).as("%s", other).isNotEqualTo(group.hashCode());
            assertThat(other.tableHash()).as("%s", other).isNotEqualTo(group.tableHash());
        }
        assertThat(ProfileId.group("p", "k", "i").tableHash()).isEqualTo(group.tableHash());
    }
}
