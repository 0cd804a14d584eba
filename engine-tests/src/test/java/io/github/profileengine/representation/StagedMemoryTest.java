package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A store of objects keeps its scratch between batches: what that showed must not live as long. */
class StagedMemoryTest {
    @Test
    void clear_afterAShorterUpdate_letsGoOfTheLongerOneBefore() {
        StagedChanges staged = new StagedChanges();
        for (String name : new String[] {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
            staged.add(Name.of(name), 0, name);
        }
        staged.restart();
        staged.add(Name.of("a"), 0, "other");
        assertThat(staged.size).isEqualTo(1);
        assertThat(staged.indexOf(Name.of("a"))).isZero();
        assertThat(staged.indexOf(Name.of("b"))).isNegative();
        staged.clear();
        assertThat(staged.size).isZero();
        assertThat(staged.names).containsOnlyNulls();
        assertThat(staged.values).containsOnlyNulls();
    }
}
