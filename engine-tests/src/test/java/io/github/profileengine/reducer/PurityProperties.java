package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.ReducerUnderTest.Step;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L71 and L72: no argument and no result is shared, and the same question has the same answer. */
public class PurityProperties extends ReducerLaws {

    @Property
    void l71_theUpdateIsNotTouched(@ForAll("scenes") Scene s) {
        OracleUpdate update = any(s);
        Object operands = RandomValues.fresh(update.operands());
        ap(s.p(), update);
        assertThat(update.operands()).isEqualTo(operands);
    }

    @Property
    void l71_theStateBeforeIsNotTouched(@ForAll("scenes") Scene s) {
        Object before = state(s.p());
        Map<String, Object> properties = read(before);
        Object after = ap(before, any(s));
        Map<String, Object> result = read(after);
        ap(after, append(s.k(), s.a()), union(s.j(), s.xs()), set(s.l(), s.b()));
        assertThat(read(before)).isEqualTo(properties);
        assertThat(read(after)).isEqualTo(result);
    }

    @Property
    void l71_changingTheArgumentAfterwardsChangesNothing(@ForAll("scenes") Scene s) {
        for (String operator : List.of("$set", "$set_once", "$merge", "$union", "$append")) {
            Object inner = RandomValues.fresh(listOf(s.xs(), s.o()));
            Object value = operator.equals("$merge") ? mapOf(s.q(), "in", inner) : inner;
            OracleUpdate update = update(operator, mapOf(Map.of(), s.k(), value));
            Object after = ap(s.without(), update);
            Map<String, Object> properties = read(after);
            scramble(update.operands().values());
            assertThat(read(after)).isEqualTo(properties);
        }
    }

    @Property
    void l72_theSameQuestionHasTheSameAnswer(@ForAll("scenes") Scene s) {
        OracleUpdate update = any(s);
        Step first = subject(OracleOptions.PLAIN).reduce(state(s.p()), update);
        Step second = subject(OracleOptions.PLAIN).reduce(state(s.p()), update);
        assertThat(second.outcomes()).isEqualTo(first.outcomes());
        same(second.after(), first.after());
    }

    private static OracleUpdate any(Scene scene) {
        return RandomUpdates.plain(random(scene), scene.names(), List.of(ID));
    }

    /** Empties every container inside, deepest first. */
    private static void scramble(Collection<?> values) {
        for (Object value : new ArrayList<>(values)) {
            if (value instanceof List<?> list) {
                scramble(list);
                list.clear();
            } else if (value instanceof Map<?, ?> map) {
                scramble(map.values());
                map.clear();
            }
        }
    }
}
