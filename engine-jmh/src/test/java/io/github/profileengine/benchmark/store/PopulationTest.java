package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final int PROFILES = 5_000;

    @Test
    void fill_profiles_haveTwelvePropertiesEach() {
        ModelStore store = filled();

        assertThat(store.profiles()).hasSize(PROFILES);
        assertThat(store.profiles().values())
                .allSatisfy(profile -> assertThat(profile).hasSize(Population.PROPERTIES));
    }

    @Test
    void edits_values_areNeverStoredAlreadyAndKeepTheirType() {
        ModelStore store = filled();
        Set<Object> seen = new HashSet<>();
        store.profiles().values().forEach(profile -> seen.addAll(profile.values()));
        Map<String, Class<?>> types = new HashMap<>();
        store.profiles().get(Population.id(0)).forEach((name, value) -> types.put(name, value.getClass()));

        for (Edit edit : new Population(PROFILES, 2).edits(PROFILES)) {
            assertThat(seen.add(edit.value())).isTrue();
            assertThat(edit.value()).isInstanceOf(types.get(edit.name()));
        }
    }

    @Test
    void edits_sameSeed_areTheSame() {
        assertThat(new Population(PROFILES, 7).edits(100)).isEqualTo(new Population(PROFILES, 7).edits(100));
        assertThat(new Population(PROFILES, 7).edits(100)).isNotEqualTo(new Population(PROFILES, 8).edits(100));
    }

    private static ModelStore filled() {
        ModelStore store = new ModelStore();
        new Population(PROFILES, 1).fill(store);
        return store;
    }
}
