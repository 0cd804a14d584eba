package io.github.profileengine.representation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Doubles as ECMAScript's {@code Number::toString} writes them: the fewest digits that read back equal, nearest first.
 * {@code Double.toString} does not help: its digits differ between JDK 18 and 19, and its layout is different.
 */
final class DoubleText {
    private static final double MAX_EXACT = 0x1p50;
    private static final int SHORT_DECIMALS = 9;
    private static final long[] POWERS = powersOfTen();

    private DoubleText() {}

    /** Appends a finite double. */
    static void append(StringBuilder out, double number) {
        double magnitude = Math.abs(number);
        if (number < 0) {
            out.append('-');
        }
        if (!appendFewDecimals(out, magnitude)) {
            appendDigits(out, fewestDigits(magnitude));
        }
    }

    // Most doubles that people store have few decimals. digits and 10^n are exact, so their quotient is correctly
    // rounded: if it is the number itself, digits / 10^n reads back, and the first such n has the fewest digits.
    private static boolean appendFewDecimals(StringBuilder out, double magnitude) {
        if (magnitude < 1e-3 || magnitude >= 1e12) {
            return false;
        }
        for (int decimals = 0; decimals <= SHORT_DECIMALS; decimals++) {
            double scaled = Math.rint(magnitude * POWERS[decimals]);
            if (scaled >= MAX_EXACT) {
                return false;
            }
            if (scaled / POWERS[decimals] == magnitude) {
                appendFixed(out, (long) scaled, decimals);
                return true;
            }
        }
        return false;
    }

    private static void appendFixed(StringBuilder out, long digits, int decimals) {
        long power = POWERS[decimals];
        out.append(digits / power);
        if (decimals > 0) {
            out.append('.');
            String fraction = Long.toString(digits % power);
            out.append("0".repeat(decimals - fraction.length())).append(fraction);
        }
    }

    // The JDK's digits read back, but may be too many. With fewer, the decimals just below and above the number are
    // nearest to it. If neither reads back, none with even fewer digits does, as it also is one with this many.
    private static BigDecimal fewestDigits(double magnitude) {
        BigDecimal exact = new BigDecimal(magnitude);
        BigDecimal known = new BigDecimal(Double.toString(magnitude)).stripTrailingZeros();
        BigDecimal fewest = exact;
        for (int digits = known.precision(); digits > 0; digits--) {
            BigDecimal found = readingBack(exact, magnitude, digits);
            if (found == null) {
                return fewest;
            }
            fewest = found;
        }
        return fewest;
    }

    // The nearest decimal of so many digits that reads back, or null.
    private static @Nullable BigDecimal readingBack(BigDecimal exact, double magnitude, int digits) {
        BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
        BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
        boolean downReads = down.doubleValue() == magnitude;
        boolean upReads = up.doubleValue() == magnitude;
        if (downReads && upReads) {
            return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        } else if (downReads) {
            return down;
        }
        return upReads ? up : null;
    }

    private static void appendDigits(StringBuilder out, BigDecimal decimal) {
        BigDecimal stripped = decimal.stripTrailingZeros();
        String digits = stripped.unscaledValue().toString();
        int count = digits.length();
        int point = count - stripped.scale();
        if (count <= point && point <= 21) {
            out.append(digits).append("0".repeat(point - count));
        } else if (0 < point && point <= 21) {
            out.append(digits, 0, point).append('.').append(digits, point, count);
        } else if (-6 < point && point <= 0) {
            out.append("0.").append("0".repeat(-point)).append(digits);
        } else {
            out.append(digits.charAt(0));
            if (count > 1) {
                out.append('.').append(digits, 1, count);
            }
            out.append('e').append(point > 0 ? '+' : '-').append(Math.abs(point - 1));
        }
    }

    private static long[] powersOfTen() {
        long[] powers = new long[SHORT_DECIMALS + 1];
        long power = 1;
        for (int exponent = 0; exponent <= SHORT_DECIMALS; exponent++) {
            powers[exponent] = power;
            power *= 10;
        }
        return powers;
    }
}
