package io.github.profileengine.representation;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The decimal with the fewest digits that reads back as a double, the nearest of several, then the even one:
 * {@code digits * 10^exponent}. The digits do not end with 0.
 *
 * <p>The method is Schubfach, of R. Giulietti, "The Schubfach way to render doubles" (2020), which proves the bounds
 * used here. A double is {@code c * 2^q}. All that lies within half a unit of it reads back; multiples of a power of
 * ten that is just below that interval's width are tried, with one multiplication by an inexact power each.
 */
record ShortestDecimal(long digits, int exponent) {
    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final int LEAST_EXPONENT = -1_074;
    private static final int LEAST_SCALE = -324;
    private static final int GREATEST_SCALE = 292;
    private static final @Nullable Power[] POWERS = new Power[GREATEST_SCALE - LEAST_SCALE + 1];

    /** That of a finite double above 0. */
    static ShortestDecimal of(double positive) {
        long bits = Double.doubleToRawLongBits(positive);
        int biased = (int) (bits >>> FRACTION_BITS);
        long fraction = bits & HIDDEN_BIT - 1;
        return biased == 0
                ? of(fraction, LEAST_EXPONENT, false)
                : of(HIDDEN_BIT | fraction, LEAST_EXPONENT - 1 + biased, fraction == 0 && biased > 1);
    }

    // The double below a power of two is nearer than the one above: half as far.
    private static ShortestDecimal of(long c, int q, boolean isPowerOfTwo) {
        int scale = isPowerOfTwo ? floorLog10OfThreeQuarters(q) : floorLog10(q);
        Power power = power(scale);
        int shift = q + floorLog2OfPower(-scale) + 2;
        // Four times the double, and the ends of what reads back as it, in units of 10^scale.
        long fourfold = power.times(c << 2 << shift);
        long low = power.times((c << 2) - (isPowerOfTwo ? 1 : 2) << shift);
        long high = power.times((c << 2) + 2 << shift);
        // Ties read back as the even one, so the ends themselves belong to even ones only.
        long open = c & 1;
        long below = fourfold >> 2;
        if (below >= 10) {
            // If a decimal with fewer digits reads back, there is only one.
            long shorter = below / 10 * 10;
            boolean readsBelow = low + open <= shorter << 2;
            boolean readsAbove = (shorter + 10 << 2) + open <= high;
            if (readsBelow != readsAbove) {
                return stripped(readsBelow ? shorter : shorter + 10, scale);
            }
        }
        long above = below + 1;
        boolean readsBelow = low + open <= below << 2;
        boolean readsAbove = (above << 2) + open <= high;
        if (readsBelow != readsAbove) {
            return stripped(readsBelow ? below : above, scale);
        }
        long beyondMiddle = fourfold - (below + above << 1);
        boolean isBelow = beyondMiddle < 0 || beyondMiddle == 0 && (below & 1) == 0;
        return stripped(isBelow ? below : above, scale);
    }

    private static ShortestDecimal stripped(long digits, int exponent) {
        assert digits > 0;
        while (digits % 10 == 0) {
            digits /= 10;
            exponent++;
        }
        return new ShortestDecimal(digits, exponent);
    }

    // These three multiply by a rounded logarithm. For all exponents of doubles the results are exact.
    private static int floorLog10(int q) {
        return q * 1_262_611 >> 22;
    }

    private static int floorLog10OfThreeQuarters(int q) {
        return q * 1_262_611 - 524_031 >> 22;
    }

    private static int floorLog2OfPower(int ofTen) {
        return ofTen * 1_741_647 >> 19;
    }

    private static Power power(int scale) {
        Power known = POWERS[scale - LEAST_SCALE];
        if (known == null) {
            known = Power.ofTen(-scale);
            POWERS[scale - LEAST_SCALE] = known;
        }
        return known;
    }

    /** A power of ten as {@code g * 2^r}, where g is rounded up to 126 bits, the lowest 63 of them apart. */
    private record Power(long high, long low) {
        private static final int BITS = 126;
        private static final int HALF = BITS / 2;
        private static final long LOW = (1L << HALF) - 1;

        static Power ofTen(int exponent) {
            int shift = BITS - 1 - floorLog2OfPower(exponent);
            BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
            BigInteger g = exponent < 0 ? BigInteger.ONE.shiftLeft(shift).divide(power) : power.shiftLeft(shift);
            g = g.add(BigInteger.ONE);
            return new Power(g.shiftRight(HALF).longValueExact(), g.longValue() & LOW);
        }

        /** The product with g, divided by 2^127; odd if it is not exact. */
        long times(long factor) {
            // Bits 64 and up of the lower product, and half of the low bits of the higher one, both in units of 2^64.
            long middle = Math.multiplyHigh(low, factor) + (high * factor >>> 1);
            long whole = Math.multiplyHigh(high, factor) + (middle >>> HALF);
            return (middle & LOW) == 0 ? whole : whole | 1;
        }
    }
}
