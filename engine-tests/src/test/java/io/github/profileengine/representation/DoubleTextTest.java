package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.oracle.OracleText;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Where the shortest text of a double changes: at every power of two and of ten. Others are drawn by law L76. */
class DoubleTextTest {

    @Test
    void aroundEveryPowerOfTwo() {
        isShortest(IntStream.rangeClosed(Double.MIN_EXPONENT - 52, Double.MAX_EXPONENT)
                .mapToDouble(exponent -> Math.scalb(1.0, exponent)));
    }

    @Test
    void aroundEveryPowerOfTen() {
        isShortest(IntStream.rangeClosed(-323, 308).mapToDouble(exponent -> Double.parseDouble("1e" + exponent)));
    }

    @Test
    void ofTheLeastDoubles() {
        isShortest(LongStream.rangeClosed(1, 300).mapToDouble(Double::longBitsToDouble));
    }

    @Test
    void ofTheGreatestDouble() {
        isShortest(DoubleStream.of(Double.MAX_VALUE, Math.nextDown(Double.MAX_VALUE)));
    }

    // A quarter lies halfway between two and three tenths, and both read back.
    @Test
    void halfwayBetweenTwoDecimalsThatReadBack() {
        isShortest(LongStream.range(0, 200).mapToDouble(quarters -> Math.scalb((double) (1L << 52) + quarters, -2)));
    }

    // Integers within 64 bits are not kept as doubles, but are written alike.
    private static void isShortest(DoubleStream numbers) {
        numbers.flatMap(number -> DoubleStream.of(Math.nextDown(number), number, Math.nextUp(number)))
                .filter(number -> number > 0 && number < Double.POSITIVE_INFINITY)
                .forEach(number -> {
                    StringBuilder text = new StringBuilder();
                    DoubleText.append(text, number);
                    assertThat(text.toString()).isEqualTo(OracleText.real(number));
                });
    }
}
