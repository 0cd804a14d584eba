package io.github.profileengine.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleJson;
import io.github.profileengine.oracle.OracleText;
import io.github.profileengine.oracle.OracleValues;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L76 and L77: canonical text. */
class TextProperties extends ReducerLaws {

    @Property
    void l76_textReadsBack(@ForAll("scenes") Scene s) {
        for (Object value : List.of(listOf(s.a()), s.xs(), s.o(), s.n())) {
            String text = CanonicalText.of(ValueBuilder.copyOf(value, 100));
            assertThat(OracleJson.value(text)).isEqualTo(canonical(value));
        }
    }

    @Property
    void l76_everyDoubleReadsBackFromItsShortestText(@ForAll("scenes") Scene s) {
        Random random = random(s);
        for (int i = 0; i < 20; i++) {
            double real = Double.longBitsToDouble(random.nextLong());
            double near = (random.nextInt(2_000_000) - 1_000_000) / Math.pow(10, random.nextInt(9));
            for (double any : new double[] {real, near, Math.scalb(1.0, random.nextInt(2_098) - 1_074)}) {
                if (!Double.isNaN(any) && !Double.isInfinite(any)) {
                    Object value = ValueBuilder.copyOf(any, 1);
                    assertThat(CanonicalText.of(value)).isEqualTo(OracleText.of(any));
                    assertThat(OracleJson.value(CanonicalText.of(value))).isEqualTo(value);
                }
            }
        }
    }

    @Property
    void l77_equalExactlyIfTheTextIs(@ForAll("scenes") Scene s) {
        String a = CanonicalText.of(ValueBuilder.copyOf(s.a(), 100));
        String b = CanonicalText.of(ValueBuilder.copyOf(s.b(), 100));
        assertThat(a.equals(b)).isEqualTo(equal(s.a(), s.b()));
        assertThat(a).isEqualTo(OracleText.of(s.a()));
    }

    @Property
    void l77_canonicalTextIsAFixedPoint(@ForAll("scenes") Scene s) {
        String text = CanonicalText.of(ValueBuilder.copyOf(s.xs(), 100));
        Object read = ValueBuilder.copyOf(OracleJson.value(text), 100);
        assertThat(CanonicalText.of(read)).isEqualTo(text);
    }

    @Property
    void compareNames_isCodePointOrder(@ForAll("scenes") Scene s) {
        for (String a : s.names()) {
            for (String b : s.names()) {
                assertThat(Integer.signum(CanonicalText.compareNames(a, b)))
                        .isEqualTo(Integer.signum(OracleValues.compareNames(a, b)));
            }
        }
        assertThat(CanonicalText.compareNames("\uffff", "\ud83d\ude00")).isNegative();
    }
}
