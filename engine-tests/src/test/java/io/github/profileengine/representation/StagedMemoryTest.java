package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/**
 * A store of objects keeps its scratch between batches. The values that the scratch referred to must not live as long.
 */
class StagedMemoryTest {
    @Test
    void clear_afterAShorterUpdate_letsGoOfTheLongerOneBefore() {
        StagedChanges staged = new StagedChanges();
        for (String name : new String[] {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
            add(staged, name, name);
        }
        staged.restart();
        add(staged, "a", "other");
        // Only viewed, not staged.
        staged.begin(Name.of("k"), 0);
        assertThat(staged.size()).isEqualTo(1);
        assertThat(staged.indexOf(Name.of("a"))).isZero();
        assertThat(staged.indexOf(Name.of("b"))).isNegative();
        staged.clear();
        assertThat(staged.size()).isZero();
        for (int at = 0; at < 10; at++) {
            assertThat(staged.at(at).name()).isEqualTo(Name.of(""));
            assertThat(staged.at(at).value()).isNull();
        }
    }

    @Test
    void clear_afterAViewOnly_letsGoOfItsName() {
        StagedChanges staged = new StagedChanges();
        add(staged, "a", 1L);
        staged.begin(Name.of("k"), 0);
        staged.restart();
        staged.clear();
        assertThat(staged.at(1).name()).isEqualTo(Name.of(""));
    }

    @Test
    void clear_afterAVeryWideUpdate_keepsNoRoomForIt() {
        StagedChanges staged = new StagedChanges();
        for (int at = 0; at < 1_000; at++) {
            add(staged, "p" + at, 1L);
        }
        staged.clear();
        assertThatThrownBy(() -> staged.at(0)).isInstanceOf(IndexOutOfBoundsException.class);
        add(staged, "a", 2L);
        assertThat(staged.at(0).value()).isEqualTo(2L);
    }

    private static void add(StagedChanges staged, String name, Object value) {
        staged.begin(Name.of(name), 0);
        staged.add(value);
    }
}
