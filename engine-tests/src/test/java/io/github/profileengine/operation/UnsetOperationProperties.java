package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleValues;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L47 to L51: {@code $unset}. */
public class UnsetOperationProperties extends ReducerLaws {
    @Property
    void l47_goneIsAbsentNotNull(@ForAll("scenes") Scene s) {
        Object after = ap(s.with(s.a()), unset(s.k()));
        assertThat(read(after)).isEqualTo(canonical(s.p() == null ? Map.of() : s.without()));
        assertThat(outcome(s.with(s.a()), unset(s.k()))).isEqualTo("APPLIED unset-applied");
    }

    @Property
    void l48_twiceIsOnceAndAbsentIsSilent(@ForAll("scenes") Scene s) {
        same(ap(s.p(), unset(s.k()), unset(s.k())), ap(s.p(), unset(s.k())));
        unchanged(s.without(), unset(s.k()));
        assertThat(ap(state(null), unset(s.k()))).isNull();
        assertThat(outcome(s.without(), unset(s.k()))).isEqualTo("UNCHANGED unset-absent");
    }

    @Property
    void l49_setThenUnsetIsUnset(@ForAll("scenes") Scene s) {
        Object expected = ap(s.p() == null ? Map.of() : s.p(), unset(s.k()));
        same(ap(s.p(), set(s.k(), s.a()), unset(s.k())), expected);
    }

    @Property
    void l50_theLastPropertyLeavesAnEmptyProfile(@ForAll("scenes") Scene s) {
        assertThat(read(ap(OracleValues.objectOf(s.k(), s.a()), unset(s.k())))).isEqualTo(Map.of());
    }

    @Property
    void l51_isAUnionOfNames(@ForAll("scenes") Scene s) {
        Object both = ap(s.p(), unset(s.k(), s.j()));
        same(ap(s.p(), unset(s.k()), unset(s.j())), both);
        same(ap(s.p(), unset(s.j()), unset(s.k())), both);
        same(ap(s.p(), unset(s.k(), s.j(), s.k())), both);
        assertThat(outcomes(state(s.p()), unset(s.k(), s.j(), s.k()))).hasSize(2);
    }

    @Property
    void l51_aBareTextIsOneName(@ForAll("scenes") Scene s) {
        same(ap(s.p(), update("$unset", s.k())), ap(s.p(), unset(s.k())));
    }
}
