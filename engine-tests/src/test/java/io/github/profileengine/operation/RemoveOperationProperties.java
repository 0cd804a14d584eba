package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L38 to L46: {@code $remove}. */
public class RemoveOperationProperties extends ReducerLaws {
    @Property
    void l38_removeTakesAllEqualElements(@ForAll("scenes") Scene s) {
        List<Object> stored = concat(concat(s.xs(), listOf(s.a())), concat(s.ys(), listOf(canonical(s.a()), s.b())));
        List<Object> after = elements(ap(s.with(stored), remove(s.k(), listOf(s.a()))), s.k());
        assertThat(after).doesNotContain(canonical(s.a()));
    }

    @Property
    void l39_theRestStaysInOrder(@ForAll("scenes") Scene s) {
        List<Object> stored = concat(s.xs(), concat(listOf(s.a()), s.ys()));
        List<Object> expected = OracleValues.elements(canonical(stored));
        expected.removeIf(element -> Objects.equals(element, canonical(s.a())));
        assertThat(elements(ap(s.with(stored), remove(s.k(), listOf(s.a()))), s.k()))
                .isEqualTo(expected);
    }

    @Property
    void l39_aListNamesElements(@ForAll("scenes") Scene s) {
        List<Object> expected = OracleValues.elements(canonical(s.xs()));
        expected.removeAll(OracleValues.elements(canonical(s.ys())));
        assertThat(elements(ap(s.with(s.xs()), remove(s.k(), s.ys())), s.k())).isEqualTo(expected);
    }

    @Property
    void l39_anyOtherValueIsOneElement(@ForAll("scenes") Scene s) {
        Object single = s.a() instanceof List ? 1 : s.a();
        Map<String, Object> before = s.with(concat(s.xs(), listOf(single)));
        same(ap(before, remove(s.k(), single)), ap(before, remove(s.k(), listOf(single))));
    }

    @Property
    void l40_twiceIsOnce(@ForAll("scenes") Scene s) {
        Map<String, Object> before = s.with(concat(s.xs(), s.ys()));
        same(ap(before, remove(s.k(), s.ys()), remove(s.k(), s.ys())), ap(before, remove(s.k(), s.ys())));
    }

    @Property
    void l41_absentIsSilent(@ForAll("scenes") Scene s) {
        unchanged(s.without(), remove(s.k(), listOf(s.a())));
        assertThat(ap(state(null), remove(s.k(), listOf(s.a())))).isNull();
        assertThat(outcome(s.without(), remove(s.k(), s.xs()))).isEqualTo("UNCHANGED remove-absent");
    }

    @Property
    void l41_theLastElementLeavesAnEmptyList(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.with(listOf(s.a(), s.a())), remove(s.k(), listOf(s.a()))), s.k()))
                .isEqualTo(List.of());
    }

    @Property
    void l42_appendThenRemove(@ForAll("scenes") Scene s) {
        List<Object> stored = OracleValues.elements(canonical(s.xs()));
        boolean held = stored.contains(canonical(s.a()));
        Object after = ap(s.with(stored), append(s.k(), s.a()), remove(s.k(), listOf(s.a())));
        assertThat(get(after, s.k()).equals(stored)).isEqualTo(!held);
        Object fromAbsent = ap(s.without(), append(s.k(), s.a()), remove(s.k(), listOf(s.a())));
        assertThat(get(fromAbsent, s.k())).isEqualTo(List.of());
    }

    @Property
    void l43_removeThenAppend(@ForAll("scenes") Scene s) {
        List<Object> stored = OracleValues.elements(canonical(concat(s.xs(), listOf(s.a()))));
        boolean once = Collections.frequency(stored, canonical(s.a())) == 1;
        Object after = ap(s.with(stored), remove(s.k(), listOf(s.a())), append(s.k(), s.a()));
        assertThat(get(after, s.k()).equals(stored)).isEqualTo(once);
    }

    @Property
    void l44_unionThenRemove(@ForAll("scenes") Scene s) {
        Map<String, Object> before = s.with(OracleValues.unique(OracleValues.elements(canonical(s.xs()))));
        Object after = ap(before, union(s.k(), listOf(s.a())), remove(s.k(), listOf(s.a())));
        same(after, ap(before, remove(s.k(), listOf(s.a()))));
        Object fromAbsent = ap(s.without(), union(s.k(), listOf(s.a())), remove(s.k(), listOf(s.a())));
        assertThat(get(fromAbsent, s.k())).isEqualTo(List.of());
    }

    @Property
    void l45_removesCommute(@ForAll("scenes") Scene s) {
        Map<String, Object> before = s.with(concat(concat(s.xs(), listOf(s.a(), s.b())), concat(s.ys(), s.xs())));
        OracleUpdate removeA = remove(s.k(), listOf(s.a()));
        OracleUpdate removeB = remove(s.k(), listOf(s.b()));
        same(ap(before, removeA, removeB), ap(before, removeB, removeA));
    }

    @Property
    void l46_anotherTypeIsIgnored(@ForAll("scenes") Scene s) {
        Object other = s.a() instanceof List ? null : s.a();
        unchanged(s.with(other), remove(s.k(), listOf(s.a())));
        assertThat(outcome(s.with(other), remove(s.k(), s.xs()))).isEqualTo("IGNORED remove-on-non-list");
    }
}
