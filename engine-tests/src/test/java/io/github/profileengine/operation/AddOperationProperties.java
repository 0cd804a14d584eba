package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EdgeValues;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.ReducerUnderTest;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L15 to L26: {@code $add}. */
public class AddOperationProperties extends ReducerLaws {
    @Property
    void l15_fromAbsenceIsTheOperand(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.without(), add(s.k(), s.n())), s.k())).isEqualTo(canonical(s.n()));
    }

    @Property
    void l16_integersAddUp(@ForAll("scenes") Scene s) {
        long start = integer(s.n());
        long n = integer(s.m());
        long m = integer(s.xs().size());
        if (fits(start, n) && fits(n, m) && fits(start + n, m)) {
            same(ap(s.with(start), add(s.k(), n), add(s.k(), m)), ap(s.with(start), add(s.k(), n + m)));
        }
        if (fits(start, n)) {
            assertThat(get(ap(s.with(start), add(s.k(), n)), s.k())).isEqualTo(start + n);
        }
    }

    @Property
    void l17_overflowBecomesADouble(@ForAll("scenes") Scene s) {
        boolean up = s.n().doubleValue() > 0;
        long start = up ? Long.MAX_VALUE - s.xs().size() : Long.MIN_VALUE + s.xs().size();
        long n = up ? s.xs().size() + 1L + s.ys().size() : -s.xs().size() - 1L - s.ys().size();
        Object expected = canonical((double) start + (double) n);
        assertThat(get(ap(s.with(start), add(s.k(), n)), s.k())).isEqualTo(expected);
        assertThat(outcome(s.with(start), add(s.k(), n)))
                .isEqualTo(expected.equals(start) ? "UNCHANGED add-equal-value" : "CONVERTED add-integer-overflow");
    }

    @Property
    void l17_twoExtremesNeverWrap(@ForAll("scenes") Scene s) {
        long extreme = s.n().doubleValue() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        assertThat(get(ap(s.with(extreme), add(s.k(), extreme)), s.k())).isEqualTo(2.0 * extreme);
    }

    @Property
    void l18_zeroIsNeutralOnAPresentNumber(@ForAll("scenes") Scene s) {
        unchanged(s.with(s.n()), add(s.k(), 0));
        assertThat(outcome(s.with(s.n()), add(s.k(), -0.0))).isEqualTo("UNCHANGED add-equal-value");
    }

    @Property
    void l18_zeroCreatesZero(@ForAll("scenes") Scene s) {
        assertThat(get(ap(s.without(), add(s.k(), 0)), s.k())).isEqualTo(0L);
        assertThat(outcome(s.without(), add(s.k(), 0))).isEqualTo("APPLIED add-applied");
    }

    @Property
    void l19_theNegativeTakesItBack(@ForAll("scenes") Scene s) {
        long start = integer(s.n());
        long n = integer(s.m());
        if (n != Long.MIN_VALUE && fits(start, n)) {
            unchangedAfter(s.with(start), add(s.k(), n), add(s.k(), -n));
        }
    }

    @Property
    void l20_integersCommute(@ForAll("scenes") Scene s) {
        long start = s.xs().size();
        long n = integer(s.n());
        long m = integer(s.m());
        if (fits(start, n) && fits(start, m) && fits(start + n, m) && fits(start + m, n)) {
            same(ap(s.with(start), add(s.k(), n), add(s.k(), m)), ap(s.with(start), add(s.k(), m), add(s.k(), n)));
        }
    }

    @Property
    void l21_doublesFoldFromTheLeft(@ForAll("scenes") Scene s) {
        List<Number> numbers = List.of(s.n(), s.m(), 0.1, 0.2, 0.3, 1e300, 1.5, -1e300, s.n());
        Object expected = canonical(0.5);
        Object state = state(s.with(0.5));
        for (Number number : numbers) {
            double sum = ((Number) expected).doubleValue() + ((Number) canonical(number)).doubleValue();
            boolean exact = expected instanceof Long && canonical(number) instanceof Long;
            if (exact) {
                BigInteger whole =
                        BigInteger.valueOf((Long) expected).add(BigInteger.valueOf((Long) canonical(number)));
                expected = whole.bitLength() < 64 ? whole.longValue() : canonical(sum);
            } else if (!Double.isInfinite(sum)) {
                expected = canonical(sum);
            }
            state = ap(state, add(s.k(), number));
            assertThat(get(state, s.k())).isEqualTo(expected);
        }
    }

    @Property
    void l22_anIntegerMeetsADoubleAsDouble(@ForAll("scenes") Scene s) {
        long whole = EdgeValues.TWO_TO_53 + s.xs().size();
        double real = s.ys().size() + 0.5;
        Object expected = canonical((double) whole + real);
        assertThat(get(ap(s.with(whole), add(s.k(), real)), s.k())).isEqualTo(expected);
        assertThat(get(ap(s.with(real), add(s.k(), whole)), s.k())).isEqualTo(expected);
        assertThat(get(ap(s.with(EdgeValues.TWO_TO_53 + 1), add(s.k(), 0.5)), s.k()))
                .isEqualTo(EdgeValues.TWO_TO_53);
    }

    @Property
    void l23_anInfiniteSumIsIgnored(@ForAll("scenes") Scene s) {
        double huge = s.n().doubleValue() < 0 ? -Double.MAX_VALUE : Double.MAX_VALUE;
        unchanged(s.with(huge), add(s.k(), huge));
        assertThat(outcome(s.with(huge), add(s.k(), huge / 2))).isEqualTo("IGNORED add-not-finite");
    }

    @Property
    void l24_aValueThatIsNoNumberStays(@ForAll("scenes") Scene s) {
        Object other = s.a() instanceof Number ? "5" : s.a();
        unchanged(s.with(other), add(s.k(), s.n()));
        assertThat(outcome(s.with(other), add(s.k(), s.n()))).isEqualTo("IGNORED add-on-non-number");
    }

    @Property
    void l25_oneClashDoesNotTouchAnother(@ForAll("scenes") Scene s) {
        Map<String, Object> before = mapOf(mapOf(s.with(s.k(), 1), s.j(), "text"), s.l(), 2);
        Object after = ap(before, add(s.k(), 4, s.j(), 4, s.l(), 4));
        assertThat(read(after)).isEqualTo(canonical(mapOf(mapOf(before, s.k(), 5), s.l(), 6)));
        assertThat(outcomes(state(before), add(s.k(), 4, s.j(), 4, s.l(), 4))).hasSize(3);
    }

    @Property
    void l26_anOperandThatIsNoNumberIsIgnored(@ForAll("scenes") Scene s) {
        Object other = s.a() instanceof Number ? "5" : s.a();
        same(ap(s.p(), add(s.k(), other, s.j(), 7)), ap(s.p(), add(s.j(), 7)));
        assertThat(outcome(s.p(), add(s.k(), other))).isEqualTo("IGNORED add-bad-operand");
        ReducerUnderTest strict = subject(OracleOptions.PLAIN.withStrict());
        Object before = strict.state(ID, s.with(1));
        assertThat(strict.reduce(before, add(s.k(), other, s.j(), 7)).rejection())
                .isEqualTo("record-operand-not-number");
    }

    private void unchangedAfter(Map<String, Object> before, OracleUpdate... updates) {
        same(ap(before, updates), state(before));
    }

    private static long integer(Number number) {
        return canonical(number) instanceof Long whole ? whole : number.longValue();
    }

    private static boolean fits(long a, long b) {
        return BigInteger.valueOf(a).add(BigInteger.valueOf(b)).bitLength() < 64;
    }
}
