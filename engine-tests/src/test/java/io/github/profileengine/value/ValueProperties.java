package io.github.profileengine.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleValues;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law L74: the one equality of values. */
class ValueProperties extends ValueLaws {

    @Property
    void l74_equalityIsThatOfTheOracle(@ForAll("scenes") Scene s) {
        List<Object> all = concat(concat(s.xs(), s.ys()), listOf(s.a(), s.b(), s.n(), s.m(), s.o(), s.q()));
        for (Object a : all) {
            for (Object b : all) {
                Object x = kept(a);
                Object y = kept(b);
                assertThat(values().equal(x, y)).isEqualTo(equal(a, b));
                if (equal(a, b)) {
                    assertThat(values().equal(y, x)).isTrue();
                    assertThat(values().hash(x)).isEqualTo(values().hash(y));
                }
            }
        }
    }

    @Property
    void l74_copiesAreEqualToWhatTheyCopy(@ForAll("scenes") Scene s) {
        Object kept = kept(s.a());
        assertThat(values().equal(kept, kept(RandomValues.fresh(s.a())))).isTrue();
        assertThat(values().equal(kept, canonical(s.a()))).isTrue();
        assertThat(values().hash(kept)).isEqualTo(values().hash(kept(kept)));
    }

    @Property
    void copyOf_javaTypes_areCanonical(@ForAll("scenes") Scene s) {
        assertThat(copy(s.n())).isEqualTo(OracleValues.number(s.n()));
        assertThat(copy(new StringBuilder("x"))).isEqualTo("x");
        assertThat(copy(new Object[] {1, null})).isEqualTo(listOf(1L, null));
        assertThat(copy(Map.of("k", 1.0f))).isEqualTo(Map.of("k", 1L));
    }

    @Property
    void builder_pushedValue_isTheCopiedOne(@ForAll("scenes") Scene s) {
        ValueBuilder builder = new ValueBuilder(100);
        for (Object value : listOf(s.a(), s.b(), s.xs(), s.o())) {
            push(builder, OracleValues.canonical(value), random(s));
            Object built = builder.build();
            assertThat(built).isEqualTo(copy(value));
            assertThat(CanonicalText.of(built)).isEqualTo(CanonicalText.of(copy(value)));
        }
    }

    private static void push(ValueBuilder builder, Object value, Random random) {
        if (value == null) {
            builder.nul();
        } else if (value instanceof String text) {
            builder.text(text);
        } else if (value instanceof Boolean flag) {
            builder.bool(flag);
        } else if (value instanceof Double real) {
            builder.real(real);
        } else if (value instanceof Long whole) {
            builder.integer(whole);
        } else if (value instanceof List<?> list) {
            builder.startList();
            list.forEach(element -> push(builder, element, random));
            builder.endList();
        } else {
            builder.startObject();
            OracleValues.object(value).forEach((name, element) -> {
                if (random.nextBoolean()) {
                    builder.name(name).text("overwritten");
                }
                push(builder.name(name), element, random);
            });
            builder.endObject();
        }
    }

    private static Object copy(Object value) {
        return ValueBuilder.copyOf(value, ValuesUnderTest.MAX_DEPTH);
    }
}
