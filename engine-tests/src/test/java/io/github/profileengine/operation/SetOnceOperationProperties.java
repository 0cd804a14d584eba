package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.Scene;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L8 to L14: {@code $set_once}. */
public class SetOnceOperationProperties extends ReducerLaws {
    @Property
    void l8_fillsAbsence(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.without(), setOnce(s.k(), s.a())), s.k())).isEqualTo(canonical(s.a()));
    }

    @Property
    void l8_everyPresentValueStays(@ForAll("scenes") Scene s) {
        unchanged(s.with(s.a()), setOnce(s.k(), s.b()));
        assertThat(outcome(s.with(s.a()), setOnce(s.k(), s.b()))).isEqualTo("UNCHANGED set_once-present");
    }

    @Property
    void l8_emptyValuesArePresent(@ForAll("scenes") Scene s) {
        for (Object empty : listOf(null, List.of(), "", 0, false, Map.of())) {
            unchanged(s.with(empty), setOnce(s.k(), s.a()));
        }
    }

    @Property
    void l9_firstWins(@ForAll("scenes") Scene s) {
        same(ap(s.without(), setOnce(s.k(), s.a()), setOnce(s.k(), s.b())), ap(s.without(), setOnce(s.k(), s.a())));
    }

    @Property
    void l10_twiceIsOnce(@ForAll("scenes") Scene s) {
        same(ap(s.p(), setOnce(s.k(), s.a()), setOnce(s.k(), s.a())), ap(s.p(), setOnce(s.k(), s.a())));
    }

    @Property
    void l11_setThenSetOnceIsSet(@ForAll("scenes") Scene s) {
        same(ap(s.p(), set(s.k(), s.a()), setOnce(s.k(), s.b())), ap(s.p(), set(s.k(), s.a())));
    }

    @Property
    void l12_setOnceThenSetIsSet(@ForAll("scenes") Scene s) {
        same(ap(s.p(), setOnce(s.k(), s.a()), set(s.k(), s.b())), ap(s.p(), set(s.k(), s.b())));
    }

    @Property
    void l13_eachPropertyIsJudgedAlone(@ForAll("scenes") Scene s) {
        Map<String, Object> before = s.with(s.a());
        before.remove(s.j());
        same(ap(before, setOnce(s.k(), s.b(), s.j(), s.b())), ap(before, set(s.j(), s.b())));
    }

    @Property
    void l14_firesAgainAfterUnset(@ForAll("scenes") Scene s) {
        Object after = ap(s.with(s.b()), unset(s.k()), setOnce(s.k(), s.a()));
        assertThat(get(after, s.k())).isEqualTo(canonical(s.a()));
    }
}
