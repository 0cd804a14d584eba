package io.github.profileengine.representation;

/**
 * Doubles as ECMAScript's {@code Number::toString} writes them: the fewest digits that read back equal, nearest first.
 * {@code Double.toString} does not help: its digits differ between JDK 18 and 19, and its layout is different.
 */
final class DoubleText {
    private DoubleText() {}

    /** Appends a finite double. */
    static void append(StringBuilder out, double number) {
        if (number < 0) {
            out.append('-');
        }
        ShortestDecimal decimal = ShortestDecimal.of(Math.abs(number));
        appendDigits(out, Long.toString(decimal.digits()), decimal.exponent());
    }

    private static void appendDigits(StringBuilder out, String digits, int exponent) {
        int count = digits.length();
        int point = count + exponent;
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
}
