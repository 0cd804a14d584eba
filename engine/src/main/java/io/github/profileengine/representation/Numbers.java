package io.github.profileengine.representation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The one canonical form of numbers: a {@code Long} if the number is an integer within 64 bits, else a {@code Double}.
 */
public final class Numbers {
    private static final double TWO_TO_63 = 0x1p63;

    private Numbers() {}

    /** The canonical form of a finite double: {@code 1.0} is the integer 1, {@code -0.0} the integer 0. */
    public static Number canonical(double number) {
        if (isInteger(number)) {
            return (long) number;
        }
        return number;
    }

    private static boolean isInteger(double number) {
        return number >= -TWO_TO_63 && number < TWO_TO_63 && (long) number == number;
    }

    /**
     * The canonical form of a Java number, or null if its class is none of the JDK's or it is not finite. A
     * {@code BigDecimal} of scale 0 counts as digits without fraction, so it stays exact within 64 bits.
     */
    public static @Nullable Number canonical(Number number) {
        if (number instanceof Long) {
            return number;
        }
        if (number instanceof Double real && Double.isFinite(real)) {
            // Mostly it is canonical already and needs no new object.
            return isInteger(real) ? canonical(real.doubleValue()) : real;
        }
        if (number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof AtomicInteger
                || number instanceof AtomicLong
                || number instanceof LongAdder
                || number instanceof LongAccumulator) {
            return number.longValue();
        }
        if (number instanceof BigInteger integer) {
            return canonical(integer);
        }
        if (number instanceof BigDecimal decimal && decimal.scale() == 0) {
            return canonical(decimal.unscaledValue());
        }
        if (number instanceof Float
                || number instanceof BigDecimal
                || number instanceof DoubleAdder
                || number instanceof DoubleAccumulator) {
            double real = number.doubleValue();
            return Double.isFinite(real) ? canonical(real) : null;
        }
        return null;
    }

    private static @Nullable Number canonical(BigInteger integer) {
        if (integer.bitLength() < Long.SIZE) {
            return integer.longValue();
        }
        double real = integer.doubleValue();
        return Double.isFinite(real) ? canonical(real) : null;
    }
}
