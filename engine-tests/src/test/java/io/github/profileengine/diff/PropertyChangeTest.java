package io.github.profileengine.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.profileengine.representation.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class PropertyChangeTest {

    @Test
    void added_value_isThereAfter() {
        PropertyChange change = PropertyChange.added("k", 1);
        assertThat(change.name()).isEqualTo("k");
        assertThat(change.kind()).isEqualTo(PropertyChange.Kind.ADDED);
        assertThat(change.before()).isNull();
        assertThat(change.after()).isEqualTo(1L);
    }

    @Test
    void removed_value_wasThereBefore() {
        PropertyChange change = PropertyChange.removed("k", 1);
        assertThat(change.name()).isEqualTo("k");
        assertThat(change.kind()).isEqualTo(PropertyChange.Kind.REMOVED);
        assertThat(change.before()).isEqualTo(1L);
        assertThat(change.after()).isNull();
    }

    @Test
    void changed_values_readBack() {
        PropertyChange change = PropertyChange.changed("k", 1, "1");
        assertThat(change.kind()).isEqualTo(PropertyChange.Kind.CHANGED);
        assertThat(change.before()).isEqualTo(1L);
        assertThat(change.after()).isEqualTo("1");
    }

    @Test
    void null_asValue_isNotAbsence() {
        List<PropertyChange> changes = List.of(
                PropertyChange.added("k", null),
                PropertyChange.removed("k", null),
                PropertyChange.changed("k", null, 1),
                PropertyChange.added("k", 1),
                PropertyChange.changed("k", 1, null),
                PropertyChange.removed("k", 1));
        assertThat(changes).doesNotHaveDuplicates();
        assertThat(changes)
                .extracting(change -> change.kind().name())
                .containsExactly("ADDED", "REMOVED", "CHANGED", "ADDED", "CHANGED", "REMOVED");
    }

    @Test
    void changed_equalValues_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.changed("k", 1, 1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.changed("k", null, null));
    }

    @Test
    void factories_whatNoProfileHolds_isRefused() {
        for (Object bad : new Object[] {"\ud800", Double.NaN, new Object()}) {
            assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.added("k", bad));
            assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.removed("k", bad));
            assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.changed("k", bad, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.changed("k", 1, bad));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.added("\ud800", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.removed("\ud800", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> PropertyChange.changed("\ud800", 1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PropertyChange.added(null, 1))
                .withMessage("the name of a property must be text, not null");
    }

    @Test
    void factories_listChangedAfterwards_keepWhatTheyWereGiven() {
        List<Object> list = new ArrayList<>(List.of(1));
        PropertyChange change = PropertyChange.added("k", list);
        list.add(2);
        assertThat(change.after()).isEqualTo(List.of(1L));
    }

    @Test
    void inverse_everyKind_isTheWayBack() {
        assertThat(PropertyChange.added("k", 1).inverse()).isEqualTo(PropertyChange.removed("k", 1));
        assertThat(PropertyChange.removed("k", 1).inverse()).isEqualTo(PropertyChange.added("k", 1));
        assertThat(PropertyChange.changed("k", 1, 2).inverse()).isEqualTo(PropertyChange.changed("k", 2, 1));
    }

    @Test
    void equals_contract_isKept() {
        EqualsVerifier.forClass(PropertyChange.class)
                .withPrefabValues(Name.class, Name.of("a"), Name.of("b"))
                .verify();
    }

    @Test
    void toString_nameAndValues_areShown() {
        assertThat(PropertyChange.added("k", "nothing")).hasToString("\"k\": nothing -> \"nothing\"");
        assertThat(PropertyChange.removed("a\"b", null)).hasToString("\"a\\\"b\": null -> nothing");
        assertThat(PropertyChange.changed("k", List.of(1), Map.of("a", 0.5))).hasToString("\"k\": [1] -> {\"a\":0.5}");
    }
}
