package io.github.profileengine.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleText;
import io.github.profileengine.oracle.OracleValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L76 and L77: canonical text. */
class TextProperties extends ValueLaws {

    @Property
    void l76_textReadsBack(@ForAll("scenes") Scene s) {
        for (Object value : List.of(listOf(s.a()), s.xs(), s.o(), s.n())) {
            assertThat(values().read(text(value))).isEqualTo(canonical(value));
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
                    assertThat(text(any)).isEqualTo(OracleText.of(any));
                    assertThat(values().read(text(any))).isEqualTo(canonical(any));
                }
            }
        }
    }

    @Property
    void l77_equalExactlyIfTheTextIs(@ForAll("scenes") Scene s) {
        assertThat(text(s.a()).equals(text(s.b()))).isEqualTo(equal(s.a(), s.b()));
        assertThat(text(s.a())).isEqualTo(OracleText.of(s.a()));
    }

    @Property
    void l77_canonicalTextIsAFixedPoint(@ForAll("scenes") Scene s) {
        String text = text(s.xs());
        assertThat(text(values().read(text))).isEqualTo(text);
    }

    @Property
    void l77_namesAreInCodePointOrder(@ForAll("scenes") Scene s) {
        List<Object> names = concat(s.names(), List.of("\uffff", "\ud83d\ude00"));
        Collections.shuffle(names, random(s));
        Map<String, Object> object = new LinkedHashMap<>();
        names.forEach(name -> object.put((String) name, s.a()));
        assertThat(text(object)).isEqualTo(OracleText.of(object));
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
