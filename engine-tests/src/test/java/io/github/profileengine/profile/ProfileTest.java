package io.github.profileengine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.oracle.OracleValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProfileTest {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Profile SAMPLE = Profile.of(
            ID,
            OracleValues.objectOf(
                    "text",
                    "x",
                    "whole",
                    7,
                    "real",
                    0.5,
                    "flag",
                    true,
                    "none",
                    null,
                    "list",
                    List.of(1, "a"),
                    "object",
                    Map.of("b", 1, "a", List.of())));

    @Test
    void typedAccessors_fittingTypes_read() {
        assertThat(SAMPLE.text("text")).isEqualTo("x");
        assertThat(SAMPLE.integer("whole")).isEqualTo(7);
        assertThat(SAMPLE.real("real")).isEqualTo(0.5);
        assertThat(SAMPLE.real("whole")).isEqualTo(7.0);
        assertThat(SAMPLE.bool("flag")).isTrue();
        assertThat(Profile.of(ID, Map.of("flag", false)).bool("flag")).isFalse();
        assertThat(SAMPLE.list("list")).isEqualTo(List.of(1L, "a"));
        assertThat(SAMPLE.object("object")).isEqualTo(Map.of("a", List.of(), "b", 1L));
        assertThat(SAMPLE.get("none")).isNull();
        assertThat(SAMPLE.contains("none")).isTrue();
        assertThat(SAMPLE.contains("flag")).as("the first name").isTrue();
        assertThat(SAMPLE.contains("x")).isFalse();
        assertThat(SAMPLE.get("x")).isNull();
        assertThat(SAMPLE.size()).isEqualTo(7);
        assertThat(SAMPLE.id()).isEqualTo(ID);
    }

    @Test
    void typedAccessors_missingProperty_sayWhich() {
        assertThatThrownBy(() -> SAMPLE.text("missing"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("missing");
        assertThatThrownBy(() -> Profile.empty(ID).list("missing")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void typedAccessors_otherType_nameBothTypes() {
        assertThatThrownBy(() -> SAMPLE.integer("text"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"text\"")
                .hasMessageContaining("integer");
        assertThatThrownBy(() -> SAMPLE.integer("real")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SAMPLE.text("none")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SAMPLE.list("object")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SAMPLE.object("list")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SAMPLE.bool("whole")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SAMPLE.real("text")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void iteration_names_areInCodePointOrder() {
        Profile profile = Profile.of(ID, Map.of("\ud83d\ude00", 1, "\uffff", 2, "a", 3, "B", 4));
        List<String> names = new ArrayList<>();
        profile.forEach(entry -> names.add(entry.getKey()));
        assertThat(names).containsExactly("B", "a", "\uffff", "\ud83d\ude00");
        assertThat(profile.properties().keySet()).containsExactlyElementsOf(names);
        assertThat(profile.canonicalText()).isEqualTo("{\"B\":4,\"a\":3,\"\uffff\":2,\"\ud83d\ude00\":1}");
    }

    @Test
    void collections_handedOut_cannotBeChanged() {
        Map<String, Object> properties = SAMPLE.properties();
        assertThatThrownBy(() -> properties.put("k", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> properties.remove("text")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> properties.entrySet().iterator().next().setValue(1))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SAMPLE.list("list").add(1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SAMPLE.list("list").clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SAMPLE.object("object").put("k", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) SAMPLE.object("object").get("a")).add(null))
                .isInstanceOf(UnsupportedOperationException.class);
        Iterator<?> iterator = SAMPLE.iterator();
        iterator.next();
        assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void of_argumentChangedLater_staysAsItWas() {
        List<Object> list = new ArrayList<>(List.of(1));
        Map<String, Object> properties = new HashMap<>(Map.of("k", list));
        Profile profile = Profile.of(ID, properties);
        list.add(2);
        properties.put("j", 1);
        assertThat(profile).isEqualTo(Profile.of(ID, Map.of("k", List.of(1))));
    }

    @Test
    void equals_contentAndIdOnly() {
        Profile sample = Profile.of(ID, Map.of("a", 1, "b", 2));
        Profile grown =
                Profile.unset(Profile.set(Profile.set(Profile.set(Profile.empty(ID), "b", 2.0), "x", 1), "a", 1L), "x");
        assertThat(grown).isEqualTo(sample).hasSameHashCodeAs(sample);
        assertThat(grown.canonicalText()).isEqualTo(sample.canonicalText());
        assertThat(sample)
                .isNotEqualTo(Profile.of(ProfileId.user("p", "v"), Map.of("a", 1, "b", 2)))
                .isNotEqualTo(Profile.of(ID, Map.of("a", 1)))
                .isNotEqualTo(null);
    }

    @Test
    void createdAndLastSeen_onlyCanonicalTimes_areInstants() {
        Profile profile =
                Profile.of(ID, Map.of("$created", "2024-02-29T12:00:00", "$last_seen", "0000-01-01T00:00:00"));
        assertThat(profile.created()).contains(Instant.parse("2024-02-29T12:00:00Z"));
        assertThat(profile.lastSeen()).contains(Instant.parse("0000-01-01T00:00:00Z"));
        assertThat(Profile.empty(ID).created()).isEmpty();
        for (Object other : new Object[] {5, "x", "2023-02-29T00:00:00", List.of()}) {
            assertThat(Profile.of(ID, Map.of("$created", other)).created()).isEmpty();
        }
        assertThat(Profile.of(ID, OracleValues.objectOf("$created", null)).created())
                .isEmpty();
    }

    @Test
    void staticFunctions_noChange_giveTheSameInstance() {
        assertThat(Profile.set(SAMPLE, "whole", 7.0)).isSameAs(SAMPLE);
        assertThat(Profile.set(SAMPLE, Map.of())).isSameAs(SAMPLE);
        assertThat(Profile.setOnce(SAMPLE, "none", 1)).isSameAs(SAMPLE);
        assertThat(Profile.merge(SAMPLE, "object", Map.of("b", 1))).isSameAs(SAMPLE);
        assertThat(Profile.merge(SAMPLE, "list", Map.of("b", 1))).isSameAs(SAMPLE);
        assertThat(Profile.add(SAMPLE, "whole", 0)).isSameAs(SAMPLE);
        assertThat(Profile.add(SAMPLE, "text", 1)).isSameAs(SAMPLE);
        assertThat(Profile.union(SAMPLE, "list", List.of("a"))).isSameAs(SAMPLE);
        assertThat(Profile.append(SAMPLE, "text", 1)).isSameAs(SAMPLE);
        assertThat(Profile.remove(SAMPLE, "list", "b")).isSameAs(SAMPLE);
        assertThat(Profile.unset(SAMPLE, "x", "y")).isSameAs(SAMPLE);
        assertThat(Profile.delete(SAMPLE)).isNull();
        assertThat(Profile.delete(null)).isNull();
    }

    @Test
    void staticFunctions_change_leaveTheOldProfile() {
        Profile before = Profile.of(ID, Map.of("l", List.of(1), "n", 1, "o", Map.of("a", 1)));
        Profile same = Profile.of(ID, before.properties());
        assertThat(Profile.append(before, "l", 2).list("l")).isEqualTo(List.of(1L, 2L));
        assertThat(Profile.append(before, "l", 3).list("l")).isEqualTo(List.of(1L, 3L));
        assertThat(Profile.union(before, "l", List.of(1, 4)).list("l")).isEqualTo(List.of(1L, 4L));
        assertThat(Profile.add(before, "n", 1).integer("n")).isEqualTo(2);
        assertThat(Profile.merge(before, "o", Map.of("b", 2)).object("o")).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(Profile.remove(before, "l", 1).list("l")).isEmpty();
        assertThat(Profile.unset(before, List.of("l", "n", "o"))).isEqualTo(Profile.empty(ID));
        assertThat(before).isEqualTo(same);
    }

    @Test
    void set_threeHundredProperties_readsThemAll() {
        Map<String, Object> expected = new TreeMap<>();
        Profile profile = Profile.empty(ID);
        for (int i = 0; i < 300; i++) {
            String name = "n" + (i * 7919 % 1_000);
            expected.put(name, (long) i);
            profile = Profile.set(profile, name, i);
        }
        assertThat(profile.properties()).isEqualTo(expected);
        for (String name : List.copyOf(expected.keySet())) {
            expected.remove(name);
            profile = Profile.unset(profile, name);
            assertThat(profile.size()).isEqualTo(expected.size());
            assertThat(profile.contains(name)).isFalse();
        }
        assertThat(profile).isEqualTo(Profile.empty(ID));
    }

    @Test
    void set_unfitValues_areRefused() {
        for (Object bad : new Object[] {"\ud800", Double.NaN, new Object(), Map.of("\udc00", 1)}) {
            assertThatThrownBy(() -> Profile.set(SAMPLE, "k", bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Profile.set(SAMPLE, "\ud800", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void set_nullName_isRefusedWithAMessage() {
        String message = "the name of a property must be text, not null";
        assertThatThrownBy(() -> Profile.set(SAMPLE, null, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Profile.unset(SAMPLE, (String) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Profile.unset(SAMPLE, "a", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("$unset, holds a name that is not text");
    }

    @Test
    void toString_idAndContent_areShown() {
        assertThat(Profile.of(ID, Map.of("k", 1))).hasToString("p/u {\"k\":1}");
    }

    @Test
    void hashCode_otherIdOrContent_differs() {
        Profile profile = Profile.of(ID, Map.of("k", 1));
        assertThat(profile.hashCode())
                .isNotEqualTo(Profile.of(ID, Map.of("k", 2)).hashCode())
                .isNotEqualTo(
                        Profile.of(ProfileId.user("p", "v"), Map.of("k", 1)).hashCode());
    }

    @Test
    void isEmpty_withoutPropertiesOnly() {
        assertThat(Profile.empty(ID).isEmpty()).isTrue();
        assertThat(Profile.of(ID, OracleValues.objectOf("none", null)).isEmpty())
                .isFalse();
    }

    @Test
    void staticFunctions_ofSeveralProperties_changeEach() {
        Profile before = Profile.of(ID, Map.of("l", List.of(1), "n", 1, "o", Map.of("a", 1)));
        assertThat(Profile.setOnce(before, Map.of("n", 5, "m", 5)).properties())
                .containsEntry("n", 1L)
                .containsEntry("m", 5L);
        assertThat(Profile.merge(before, Map.of("o", Map.of("b", 2))).object("o"))
                .isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(Profile.add(before, Map.of("n", 2, "m", 2)).properties())
                .containsEntry("n", 3L)
                .containsEntry("m", 2L);
        assertThat(Profile.union(before, Map.of("l", List.of(1, 2))).list("l")).isEqualTo(List.of(1L, 2L));
        assertThat(Profile.append(before, Map.of("l", 1)).list("l")).isEqualTo(List.of(1L, 1L));
        assertThat(Profile.remove(before, Map.of("l", 1)).list("l")).isEmpty();
        assertThat(Profile.unset(before, "l", "n").properties()).containsOnlyKeys("o");
    }
}
