package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EdgeValues;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleValues;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L27 to L33 and L46: {@code $union}. */
public class UnionOperationProperties extends ReducerLaws {
    @Property
    void l27_fromAbsenceEachValueOnce(@ForAll("scenes") Scene s) {
        List<Object> twice = concat(s.xs(), s.xs());
        Object expected = OracleValues.unique(OracleValues.elements(canonical(twice)));
        assertThat(get(ap(s.without(), union(s.k(), twice)), s.k())).isEqualTo(expected);
        assertThat(get(ap(s.without(), union(s.k(), List.of())), s.k())).isEqualTo(List.of());
    }

    @Property
    void l28_oldElementsThenNewOnesInOrderOfFirstOccurrence(@ForAll("scenes") Scene s) {
        Object expected = OracleValues.unique(OracleValues.elements(canonical(concat(s.xs(), s.ys()))));
        assertThat(get(ap(s.with(s.xs()), union(s.k(), s.ys())), s.k())).isEqualTo(expected);
    }

    @Property
    void l29_twiceIsOnce(@ForAll("scenes") Scene s) {
        same(ap(s.p(), union(s.k(), s.xs()), union(s.k(), s.xs())), ap(s.p(), union(s.k(), s.xs())));
    }

    @Property
    void l30_splitsAtAnyPoint(@ForAll("scenes") Scene s) {
        Object parts = ap(s.p(), union(s.k(), s.xs()), union(s.k(), s.ys()));
        same(parts, ap(s.p(), union(s.k(), concat(s.xs(), s.ys()))));
    }

    @Property
    void l31_commutesAsSets(@ForAll("scenes") Scene s) {
        Object xsFirst = ap(s.without(), union(s.k(), s.xs()), union(s.k(), s.ys()));
        Object ysFirst = ap(s.without(), union(s.k(), s.ys()), union(s.k(), s.xs()));
        assertThat(elements(xsFirst, s.k())).containsExactlyInAnyOrderElementsOf(elements(ysFirst, s.k()));
    }

    @Property
    void l32_storedDuplicatesCollapseToo(@ForAll("scenes") Scene s) {
        List<Object> stored = concat(s.xs(), concat(listOf(s.a(), s.a()), s.xs()));
        List<Object> after = elements(ap(s.with(stored), union(s.k(), s.ys())), s.k());
        assertThat(after).doesNotHaveDuplicates();
        assertThat(elements(ap(s.with(stored), union(s.k(), List.of())), s.k())).doesNotHaveDuplicates();
    }

    @Property
    void l32_duplicatesThatAppendStoredCollapse(@ForAll("scenes") Scene s) {
        Object stored = ap(s.with(s.xs()), append(s.k(), s.a()), append(s.k(), s.b()), append(s.k(), s.a()));
        assertThat(elements(ap(stored, union(s.k(), s.ys())), s.k())).doesNotHaveDuplicates();
    }

    @Property
    void l33_equalityIsByTypeAndContent(@ForAll("scenes") Scene s) {
        Object ab = OracleValues.objectOf("a", 1, "b", List.of(2.0));
        Object ba = OracleValues.objectOf("b", List.of(2L), "a", 1.0);
        assertThat(elements(ap(s.with(listOf(ab, 0)), union(s.k(), listOf(ba, -0.0))), s.k()))
                .hasSize(2);
        List<Object> alike = listOf(1, "1", true, "true", List.of(1), null, "null", EdgeValues.NFC, EdgeValues.NFD);
        assertThat(elements(ap(s.with(alike), union(s.k(), alike)), s.k())).isEqualTo(canonical(alike));
        List<Object> close = listOf(EdgeValues.TWO_TO_53, EdgeValues.TWO_TO_53 + 1, "Aa", "BB", 0.1, 0.2);
        assertThat(elements(ap(s.with(List.of()), union(s.k(), close)), s.k())).isEqualTo(canonical(close));
    }

    @Property
    void l33_anyValueThatIsNoListIsAListOfOne(@ForAll("scenes") Scene s) {
        Object single = s.a() instanceof List ? null : s.a();
        same(ap(s.p(), union(s.k(), single)), ap(s.p(), union(s.k(), listOf(single))));
        assertThat(outcome(s.without(), union(s.k(), single))).isEqualTo("CONVERTED union-value-as-list");
    }

    @Property
    void l33_aUnionThatLeavesTheListEqualIsUnchanged(@ForAll("scenes") Scene s) {
        List<Object> stored = OracleValues.unique(OracleValues.elements(canonical(s.xs())));
        unchanged(s.with(stored), union(s.k(), stored));
        assertThat(outcome(s.with(stored), union(s.k(), s.xs()))).isEqualTo("UNCHANGED union-equal-value");
    }

    @Property
    void l46_anotherTypeIsIgnored(@ForAll("scenes") Scene s) {
        Object other = s.a() instanceof List ? null : s.a();
        unchanged(s.with(other), union(s.k(), s.xs()));
        assertThat(outcome(s.with(other), union(s.k(), s.xs()))).isEqualTo("IGNORED union-on-non-list");
    }
}
