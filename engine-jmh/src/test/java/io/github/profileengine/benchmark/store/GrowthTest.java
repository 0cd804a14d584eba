package io.github.profileengine.benchmark.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowthTest {
    @Test
    void edits_everyOther_makesAProfileOfTwelveProperties() {
        ModelStore store = new ModelStore();
        Growth growth = new Growth();

        store.apply(growth.edits(200), 0);
        store.apply(growth.edits(200), 1);

        assertThat(store.profiles()).hasSize(200);
        assertThat(store.profiles().values())
                .allSatisfy(profile -> assertThat(profile).hasSize(Population.PROPERTIES));
    }
}
