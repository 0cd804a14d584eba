package io.github.profileengine.testdouble.expression;

import java.util.regex.Pattern;

/** Decimal numbers as text: digits, an optional fraction and exponent. */
final class NumberText {
    /** Without a sign. */
    static final Pattern UNSIGNED = Pattern.compile("(?:[0-9]++(?:\\.[0-9]*+)?+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

    private static final Pattern SIGNED = Pattern.compile("[+-]?+" + UNSIGNED.pattern());
    private static final Pattern INTEGER = Pattern.compile("[+-]?+(?=[0-9])0*+[0-9]{0,20}+");

    private NumberText() {}

    /**
     * The canonical number of a text; {@link Undefined} if the text is no number or one beyond the range of doubles.
     */
    static Object parse(String text) {
        if (INTEGER.matcher(text).matches()) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException beyondAnInteger) {
                return Arithmetic.canonical(Double.parseDouble(text));
            }
        }
        return SIGNED.matcher(text).matches() ? Arithmetic.canonical(Double.parseDouble(text)) : Undefined.UNDEFINED;
    }
}
