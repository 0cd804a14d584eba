package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.ReducerUnderTest;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleText;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L34 to L37 and L46: {@code $append}. */
public class AppendOperationProperties extends ReducerLaws {
    @Property
    void l34_growsByOneAtTheEnd(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.with(s.xs()), append(s.k(), s.a())), s.k()))
                .isEqualTo(canonical(concat(s.xs(), listOf(s.a()))));
    }

    @Property
    void l34_absentBecomesAListOfOne(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.without(), append(s.k(), s.a())), s.k())).isEqualTo(canonical(listOf(s.a())));
    }

    @Property
    void l34_aListIsOneElement(@ForAll("scenes") Scene s) {
        assertThat(elements(ap(s.with(s.xs()), append(s.k(), s.ys())), s.k())).hasSize(s.xs().size() + 1);
    }

    @Property
    void l34_olderVersionsKeepTheirElements(@ForAll("scenes") Scene s) {
        Object before = state(s.with(s.xs()));
        Object one = ap(before, append(s.k(), s.a()));
        Object other = ap(before, append(s.k(), s.b()));
        Object longer = ap(one, append(s.k(), s.b()));
        assertThat(elements(before, s.k())).isEqualTo(canonical(s.xs()));
        assertThat(elements(one, s.k())).isEqualTo(canonical(concat(s.xs(), listOf(s.a()))));
        assertThat(elements(other, s.k())).isEqualTo(canonical(concat(s.xs(), listOf(s.b()))));
        assertThat(elements(longer, s.k())).isEqualTo(canonical(concat(s.xs(), listOf(s.a(), s.b()))));
    }

    @Property
    void l35_orderMattersExactlyForDifferentValues(@ForAll("scenes") Scene s) {
        Object aFirst = ap(s.with(s.xs()), append(s.k(), s.a()), append(s.k(), s.b()));
        Object bFirst = ap(s.with(s.xs()), append(s.k(), s.b()), append(s.k(), s.a()));
        assertThat(read(aFirst).equals(read(bFirst))).isEqualTo(equal(s.a(), s.b()));
    }

    @Property
    void l35_notIdempotent(@ForAll("scenes") Scene s) {
        Object twice = ap(s.with(s.xs()), append(s.k(), s.a()), append(s.k(), s.a()));
        assertThat(elements(twice, s.k())).hasSize(s.xs().size() + 2);
    }

    @Property
    void l36_manyPropertiesAreManyAppends(@ForAll("scenes") Scene s) {
        same(ap(s.p(), append(s.k(), s.a(), s.j(), s.b())), ap(s.p(), append(s.k(), s.a()), append(s.j(), s.b())));
    }

    @Property
    void l37_theListLimitIsExact(@ForAll("scenes") Scene s) {
        Object after = canonical(concat(s.xs(), listOf(s.a())));
        for (int spare = -1; spare <= 1; spare++) {
            OracleLimits limits = new OracleLimits(255, 255, OracleText.bytes(after) + spare, 255, 9, 2_000);
            ReducerUnderTest reducer = subject(OracleOptions.PLAIN.withLimits(limits));
            Object before = reducer.state(ID, Map.of(s.k(), s.xs()));
            ReducerUnderTest.Step step = reducer.reduce(before, append(s.k(), s.a()));
            assertThat(step.rejection()).isEqualTo(spare < 0 ? "record-limit-property-bytes" : null);
            Object expected = spare < 0 ? canonical(s.xs()) : after;
            assertThat(reducer.read(step.after())).isEqualTo(Map.of(s.k(), expected));
        }
    }

    @Property
    void l46_anotherTypeIsIgnored(@ForAll("scenes") Scene s) {
        Object other = s.a() instanceof List ? null : s.a();
        unchanged(s.with(other), append(s.k(), s.b()));
        assertThat(outcome(s.with(other), append(s.k(), s.b()))).isEqualTo("IGNORED append-on-non-list");
    }

    @Property
    void flattenAppendedLists_addsTheElements(@ForAll("scenes") Scene s) {
        ReducerUnderTest flat = subject(OracleOptions.PLAIN.withFlatten());
        Object after = flat.reduce(flat.state(ID, s.with(s.xs())), append(s.k(), s.ys()))
                .after();
        assertThat(flat.read(after)).containsEntry(s.k(), canonical(concat(s.xs(), s.ys())));
    }
}
