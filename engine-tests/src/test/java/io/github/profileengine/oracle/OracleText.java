package io.github.profileengine.oracle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Canonical text as SEMANTICS section 1 defines it, found by trying rather than by a clever algorithm. */
public final class OracleText {
    private OracleText() {}

    public static int bytes(Object value) {
        return of(value).getBytes(StandardCharsets.UTF_8).length;
    }

    public static String of(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, OracleValues.canonical(value));
        return out.toString();
    }

    private static void append(StringBuilder out, Object value) {
        if (value instanceof String text) {
            quote(out, text);
        } else if (value instanceof Double real) {
            out.append(real(real));
        } else if (value instanceof List<?> list) {
            String comma = "[";
            for (Object element : list) {
                append(out.append(comma), element);
                comma = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            String comma = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                quote(out.append(comma), (String) entry.getKey());
                append(out.append(':'), entry.getValue());
                comma = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else {
            out.append(value);
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (char c : text.toCharArray()) {
            int shortForm = "\"\\\b\f\n\r\t".indexOf(c);
            if (shortForm >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(shortForm));
            } else if (c < 0x20) {
                out.append("\\u00").append(c < 0x10 ? "0" : "1").append("0123456789abcdef".charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** ECMAScript's Number::toString. */
    public static String real(double value) {
        if (value < 0) {
            return "-" + real(-value);
        }
        BigDecimal shortest = shortest(value);
        String digits = shortest.unscaledValue().toString();
        int count = digits.length();
        int point = count - shortest.scale();
        if (count <= point && point <= 21) {
            return digits + "0".repeat(point - count);
        } else if (0 < point && point <= 21) {
            return digits.substring(0, point) + "." + digits.substring(point);
        } else if (-6 < point && point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        String fraction = count == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
    }

    /**
     * The fewest digits that read back as the same value; among those of equal length the nearest, then the even one.
     */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int precision = 1; ; precision++) {
            BigDecimal below = exact.round(new MathContext(precision, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(precision, RoundingMode.UP));
            boolean belowReads = below.doubleValue() == value;
            boolean aboveReads = above.doubleValue() == value;
            if (belowReads || aboveReads) {
                int nearer = exact.subtract(below).compareTo(above.subtract(exact));
                boolean even = !below.unscaledValue().testBit(0);
                boolean preferBelow = nearer < 0 || nearer == 0 && even;
                return (belowReads && (preferBelow || !aboveReads) ? below : above).stripTrailingZeros();
            }
        }
    }
}
