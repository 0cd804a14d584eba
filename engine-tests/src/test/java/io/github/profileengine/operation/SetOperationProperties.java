package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.Scene;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L1 to L7: {@code $set}. */
public class SetOperationProperties extends ReducerLaws {
    @Property
    void l1_setReadsBack(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.p(), set(s.k(), s.a())), s.k())).isEqualTo(canonical(s.a()));
    }

    @Property
    void l1_setReplacesEveryTypeWhole(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.with(s.b()), set(s.k(), s.a())), s.k())).isEqualTo(canonical(s.a()));
    }

    @Property
    void l1_numbersReadBackInCanonicalForm(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.p(), set(s.k(), s.n())), s.k())).isEqualTo(canonical(s.n()));
    }

    @Property
    void l2_setTwiceIsSetOnceMore(@ForAll("scenes") Scene s) {
        same(ap(s.p(), set(s.k(), s.a()), set(s.k(), s.a())), ap(s.p(), set(s.k(), s.a())));
    }

    @Property
    void l3_lastWriteWins(@ForAll("scenes") Scene s) {
        same(ap(s.p(), set(s.k(), s.a()), set(s.k(), s.b())), ap(s.p(), set(s.k(), s.b())));
    }

    @Property
    void l3_anObjectReplacesAnObject(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.with(s.o()), set(s.k(), s.q())), s.k())).isEqualTo(canonical(s.q()));
    }

    @Property
    void l5_setsOfDifferentNamesCommute(@ForAll("scenes") Scene s) {
        Object kThenJ = ap(s.p(), set(s.k(), s.a()), set(s.j(), s.b()));
        same(kThenJ, ap(s.p(), set(s.j(), s.b()), set(s.k(), s.a())));
        same(kThenJ, ap(s.p(), set(s.k(), s.a(), s.j(), s.b())));
    }

    @Property
    void l6_setOfAnEqualValueIsNoChange(@ForAll("scenes") Scene s) {
        Map<String, Object> before = s.with(s.a());
        unchanged(before, set(s.k(), canonical(s.a())));
        assertThat(outcome(before, set(s.k(), canonical(s.a())))).isEqualTo("UNCHANGED set-equal-value");
    }

    @Property
    void l6_setOfAnotherValueIsApplied(@ForAll("scenes") Scene s) {
        String expected = equal(s.a(), s.b()) ? "UNCHANGED set-equal-value" : "APPLIED set-applied";
        assertThat(outcome(s.with(s.a()), set(s.k(), s.b()))).isEqualTo(expected);
    }

    @Property
    void l7_emptySetChangesNothingButCreates(@ForAll("scenes") Scene s) {
        assertThat(read(ap(s.p(), set()))).isEqualTo(s.p() == null ? Map.of() : canonical(s.p()));
        assertThat(outcomes(state(s.p()), set())).isEmpty();
    }
}
