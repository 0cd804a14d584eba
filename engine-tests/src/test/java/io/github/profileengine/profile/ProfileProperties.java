package io.github.profileengine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleText;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What the laws say of {@link Profile} instances: L6, L28, L57, L73, L75 and L77. The last three also run against wrong
 * profiles; see {@link WrongProfilesTest}.
 */
class ProfileProperties extends ReducerLaws {
    private ProfilesUnderTest profiles = new ProfilesUnderTest();

    void against(ProfilesUnderTest wrong) {
        profiles = wrong;
    }

    @Property
    void l6_noChangeGivesTheSameInstance(@ForAll("histories") List<OracleEntry> history) {
        Object state = null;
        for (OracleEntry entry : history) {
            Object after = ap(state, (OracleUpdate) entry);
            if (after != null && state != null) {
                assertThat(after == state).isEqualTo(read(after).equals(read(state)));
            }
            state = after;
        }
    }

    @Property
    void l57_aRejectedUpdateGivesTheSameInstance(@ForAll("scenes") Scene s) {
        Object before = state(s.p());
        OracleUpdate update = set(s.k(), s.a()).and("$add", Map.of(s.k(), 1));
        assertThat(subject(OracleOptions.DEFAULTS.withStrict())
                        .reduce(before, update)
                        .after())
                .isSameAs(before);
    }

    @Property
    void l73_historyDoesNotShow(@ForAll("histories") List<OracleEntry> history, @ForAll("scenes") Scene s) {
        Object grown = null;
        for (OracleEntry entry : history) {
            grown = profiles.reduce(grown, (OracleUpdate) entry);
        }
        if (grown != null) {
            Map<String, Object> properties = profiles.properties(grown);
            for (Object other : List.of(profiles.of(properties), inAnyOrder(properties, random(s)))) {
                assertThat(other).isEqualTo(grown).hasSameHashCodeAs(grown);
                assertThat(profiles.properties(other)).isEqualTo(properties).hasSameHashCodeAs(properties);
                assertThat(profiles.text(other)).isEqualTo(profiles.text(grown));
            }
        }
    }

    private Object inAnyOrder(Map<String, Object> properties, Random random) {
        List<String> names = new ArrayList<>(properties.keySet());
        Collections.shuffle(names, random);
        Object profile = profiles.set(profiles.of(Map.of()), "to go", 1);
        for (String name : names) {
            profile = profiles.set(profile, name, OracleValues.canonical(properties.get(name)));
        }
        return profiles.unset(profile, "to go");
    }

    @Property
    void l77_equalExactlyIfTheirTextIs(@ForAll("scenes") Scene s) {
        Object one = profiles.set(profiles.of(Map.of()), s.k(), s.a());
        Object other = profiles.set(profiles.of(Map.of()), s.k(), s.b());
        assertThat(one.equals(other))
                .isEqualTo(profiles.text(one).equals(profiles.text(other)))
                .isEqualTo(equal(s.a(), s.b()));
        assertThat(profiles.text(one)).isEqualTo(OracleText.of(Collections.singletonMap(s.k(), s.a())));
    }

    /** Names that share one {@code String.hashCode}, enough of them for every way a profile holds its names. */
    @Property
    void l75_namesOfEqualHashAreAsAnyOther(@ForAll("scenes") Scene s) {
        Random random = random(s);
        Map<String, Object> expected = new HashMap<>();
        Object profile = profiles.of(Map.of());
        for (int i = 0; i < 120; i++) {
            String name = colliding(random.nextInt(128));
            if (random.nextInt(4) == 0) {
                expected.remove(name);
                profile = profiles.unset(profile, name);
            } else {
                expected.put(name, (long) i);
                profile = profiles.set(profile, name, i);
            }
        }
        assertThat(profiles.properties(profile)).isEqualTo(expected);
        for (int bits = 0; bits < 128; bits++) {
            assertThat(profiles.get(profile, colliding(bits))).isEqualTo(expected.get(colliding(bits)));
        }
    }

    private static String colliding(int bits) {
        StringBuilder name = new StringBuilder();
        for (int at = 0; at < 7; at++) {
            name.append((bits >> at & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    /** Lists long enough to be indexed, with branches off every version. */
    @Property(tries = 200)
    void l28_longListsKeepEveryVersion(@ForAll("scenes") Scene s) {
        Random random = random(s);
        Map<Object, List<Object>> versions = new LinkedHashMap<>();
        Object start = state(Map.of("k", List.of()));
        versions.put(start, List.of());
        List<Object> states = new ArrayList<>(List.of(start));
        for (int i = 0; i < 80; i++) {
            Object from = states.get(random.nextInt(4) == 0 ? random.nextInt(states.size()) : states.size() - 1);
            OracleUpdate update = longListUpdate(random);
            Object after = ap(from, update);
            states.add(after);
            versions.putIfAbsent(after, elements(after, "k"));
        }
        versions.forEach((state, elements) -> assertThat(elements(state, "k")).isEqualTo(elements));
    }

    private static OracleUpdate longListUpdate(Random random) {
        List<Object> operand = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            operand.add(random.nextInt(40));
        }
        return switch (random.nextInt(6)) {
            case 0 -> remove("k", operand.subList(0, 1));
            case 1, 2 -> append("k", operand.get(0));
            default -> union("k", operand);
        };
    }

    @Property
    void staticFunctions_agreeWithTheReducer(@ForAll("scenes") Scene s) {
        OracleUpdate update = RandomUpdates.keeping(random(s), s.names(), List.of(ID));
        Profile before = Profile.of(EngineUpdates.id(ID), s.p() == null ? Map.of() : s.p());
        if (subject(OracleOptions.PLAIN).reduce(before, update).rejection() != null) {
            return;
        }
        Profile after = before;
        for (String operator : List.of("$set", "$set_once", "$merge", "$add", "$union", "$append", "$remove")) {
            if (update.operands().get(operator) instanceof Map<?, ?> operand) {
                after = one(operator, after, OracleValues.object(operand));
            }
        }
        if (update.operands().get("$unset") instanceof List<?> names) {
            after = Profile.unset(after, names.stream().map(String.class::cast).toList());
        } else if (update.operands().get("$unset") instanceof String name) {
            after = Profile.unset(after, name);
        }
        assertThat(after).isEqualTo(ap(before, update));
    }

    private static Profile one(String operator, Profile profile, Map<String, Object> operand) {
        return switch (operator) {
            case "$set" -> Profile.set(profile, operand);
            case "$set_once" -> Profile.setOnce(profile, operand);
            case "$merge" -> Profile.merge(profile, operand);
            case "$add" -> Profile.add(profile, operand);
            case "$union" -> Profile.union(profile, operand);
            case "$append" -> Profile.append(profile, operand);
            default -> Profile.remove(profile, operand);
        };
    }
}
