package io.github.profileengine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;

class StateHashTest {
    private static final String EMPTY = "0".repeat(64);

    private static Profile ada() {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("b", Arrays.asList(0.5, "\u00e9", null));
        properties.put("a", 1.0);
        properties.put("\ud83d\ude00", Map.of("x", true));
        return Profile.of(ProfileId.user("p", "ada"), properties);
    }

    private static final Profile ACME = Profile.empty(ProfileId.group("p", "company", "acme"));

    private static StateHash ofLines(List<String> lines) {
        StateHash.Sum sum = new StateHash.Sum();
        lines.forEach(sum::add);
        return sum.hash();
    }

    /** Computed by another program from the three lines below. It must never change. */
    @Test
    void stateHash_ofAKnownState_isTheSameForEver() {
        String pinned = "879a5305572d49d7ec68fd9326bcec9fc1e07010d77e0987cced6a58f8a883e1";
        Snapshot state = Snapshot.builder()
                .add(ada())
                .add(ACME)
                .alias("p", "lovelace", "ada")
                .build();
        assertThat(state.stateHash()).hasToString(pinned);
        assertThat(ofLines(List.of(
                        "{\"$token\":\"p\",\"$distinct_id\":\"ada\",\"$properties\":"
                                + "{\"a\":1,\"b\":[0.5,\"\u00e9\",null],\"\ud83d\ude00\":{\"x\":true}}}",
                        "{\"$token\":\"p\",\"$group_key\":\"company\",\"$group_id\":\"acme\",\"$properties\":{}}",
                        "{\"$token\":\"p\",\"$alias\":\"lovelace\",\"$distinct_id\":\"ada\"}")))
                .hasToString(pinned);
    }

    @Test
    void stateHash_ofNothing_isZero() {
        assertThat(Snapshot.builder().build().stateHash()).hasToString(EMPTY);
        assertThat(new StateHash.Sum().hash()).isEqualTo(StateHash.of(EMPTY));
    }

    @Test
    void stateHash_ofAProfileWithoutProperties_isNotThatOfNothing() {
        assertThat(Snapshot.builder().add(ACME).build().stateHash()).isNotEqualTo(StateHash.of(EMPTY));
    }

    @Test
    void stateHash_orderOfAdding_doesNotCount() {
        StateHash oneWay = Snapshot.builder()
                .add(ada())
                .add(ACME)
                .alias("p", "x", "y")
                .build()
                .stateHash();
        StateHash otherWay = Snapshot.builder()
                .alias("p", "x", "y")
                .add(ACME)
                .add(ada())
                .build()
                .stateHash();
        assertThat(oneWay).isEqualTo(otherWay);
        assertThat(ofLines(List.of("a", "b", "c"))).isEqualTo(ofLines(List.of("c", "a", "b")));
    }

    @Test
    void stateHash_aliasOrValueChanged_differs() {
        StateHash hash =
                Snapshot.builder().add(ada()).alias("p", "x", "y").build().stateHash();
        assertThat(Snapshot.builder().add(ada()).build().stateHash()).isNotEqualTo(hash);
        assertThat(Snapshot.builder().add(ada()).alias("p", "x", "z").build().stateHash())
                .isNotEqualTo(hash);
        Profile other = Profile.set(ada(), "a", 2);
        assertThat(Snapshot.builder().add(other).alias("p", "x", "y").build().stateHash())
                .isNotEqualTo(hash);
    }

    @Test
    void sum_theSameLineTwice_isNotTheLineOnce() {
        assertThat(ofLines(List.of("a", "a")))
                .isNotEqualTo(ofLines(List.of("a")))
                .isNotEqualTo(ofLines(List.of()));
    }

    @Test
    void sum_goesOn_theHashTakenBeforeStays() {
        StateHash.Sum sum = new StateHash.Sum();
        StateHash before = sum.hash();
        sum.add("a");
        assertThat(before).hasToString(EMPTY);
        assertThat(sum.hash()).isNotEqualTo(before);
    }

    @Test
    void of_itsOwnText_isTheSameHash() {
        StateHash hash = ofLines(List.of("a"));
        assertThat(StateHash.of(hash.toString())).isEqualTo(hash).hasToString(hash.toString());
        assertThat(StateHash.of("AB" + EMPTY.substring(2))).hasToString("ab" + EMPTY.substring(2));
    }

    @Test
    void of_anythingElse_isRefused() {
        for (String bad : new String[] {"", "0", EMPTY + "0", "g" + EMPTY.substring(1), " " + EMPTY.substring(1)}) {
            assertThatThrownBy(() -> StateHash.of(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void equals_followsItsContract() {
        EqualsVerifier.forClass(StateHash.class).suppress(Warning.NULL_FIELDS).verify();
    }
}
