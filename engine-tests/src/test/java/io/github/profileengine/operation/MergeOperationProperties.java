package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleValues;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law M1: {@code $merge} is shallow. */
public class MergeOperationProperties extends ReducerLaws {
    @Property
    void m1_keysOfTheOperandWinAndOthersStay(@ForAll("scenes") Scene s) {
        Map<String, Object> expected = OracleValues.object(canonical(s.o()));
        expected.putAll(OracleValues.object(canonical(s.q())));
        assertThat(get(ap(s.with(s.o()), merge(s.k(), s.q())), s.k())).isEqualTo(expected);
    }

    @Property
    void m1_nestedObjectsAreReplacedWhole(@ForAll("scenes") Scene s) {
        Object before = Map.of("in", OracleValues.objectOf("x", s.a()), "out", 1);
        Object after = ap(s.with(before), merge(s.k(), Map.of("in", s.q())));
        assertThat(get(after, s.k())).isEqualTo(canonical(Map.of("in", s.q(), "out", 1)));
    }

    @Property
    void m1_nullsAreStored(@ForAll("scenes") Scene s) {
        Object after = ap(s.with(s.o()), merge(s.k(), OracleValues.objectOf("a", null)));
        assertThat(get(after, s.k())).isEqualTo(canonical(mapOf(s.o(), "a", null)));
    }

    @Property
    void m1_absentTakesTheOperand(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.without(), merge(s.k(), s.o())), s.k())).isEqualTo(canonical(s.o()));
        assertThat(outcome(s.without(), merge(s.k(), s.o()))).isEqualTo("APPLIED merge-applied");
    }

    @Property
    void m1_anotherTypeIsIgnored(@ForAll("scenes") Scene s) {
        Object other = s.a() instanceof Map ? null : s.a();
        unchanged(s.with(other), merge(s.k(), s.o()));
        assertThat(outcome(s.with(other), merge(s.k(), s.o()))).isEqualTo("IGNORED merge-on-non-object");
    }

    @Property
    void m1_aValueThatIsNoObjectIsIgnored(@ForAll("scenes") Scene s) {
        Object other = s.a() instanceof Map || List.of().equals(s.a()) ? null : s.a();
        unchanged(s.with(s.b()), merge(s.k(), other));
        assertThat(outcome(s.with(s.b()), merge(s.k(), other))).isEqualTo("IGNORED merge-bad-operand");
    }

    @Property
    void m1_aMergeThatAltersNothingIsUnchanged(@ForAll("scenes") Scene s) {
        Map<String, Object> before = s.with(s.o());
        unchanged(before, merge(s.k(), s.o()));
        assertThat(outcome(before, merge(s.k(), s.o()))).isEqualTo("UNCHANGED merge-equal-value");
    }
}
