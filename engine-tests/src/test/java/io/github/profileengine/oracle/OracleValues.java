package io.github.profileengine.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Values as SEMANTICS section 1 has them: null, Boolean, Long, Double, String, ArrayList and TreeMap in code point
 * order. Once canonical, the equality of the specification is {@link Object#equals}.
 */
public final class OracleValues {
    private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private OracleValues() {}

    /** A full, mutable, canonical copy. Fails the record for what no record may carry. */
    public static Object canonical(Object value) {
        if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof CharSequence text) {
            return text(text.toString());
        } else if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(canonical(element)));
            return copy;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = newObject();
            map.forEach((name, element) -> copy.put(text((String) name), canonical(element)));
            return copy;
        }
        return value;
    }

    public static Object number(Number number) {
        BigInteger whole = wholeOf(number);
        if (whole != null && fits(whole)) {
            return whole.longValueExact();
        }
        return real(number.doubleValue());
    }

    /** The canonical form of a result of arithmetic. */
    public static Object real(double real) {
        if (Double.isNaN(real) || Double.isInfinite(real)) {
            throw new OracleRejection("record-json-bad-number", "number");
        }
        boolean whole = real == Math.rint(real) && real >= -0x1p63 && real < 0x1p63;
        return whole ? (Object) (long) real : (Object) real;
    }

    /** What was written as digits without fraction or exponent, or null. */
    private static BigInteger wholeOf(Number number) {
        if (number instanceof BigInteger whole) {
            return whole;
        }
        if (number instanceof BigDecimal decimal) {
            return decimal.scale() == 0 ? decimal.unscaledValue() : null;
        }
        boolean integral = number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte
                || number instanceof AtomicInteger
                || number instanceof AtomicLong;
        return integral ? BigInteger.valueOf(number.longValue()) : null;
    }

    static boolean fits(BigInteger whole) {
        return whole.compareTo(LONG_MIN) >= 0 && whole.compareTo(LONG_MAX) <= 0;
    }

    public static String text(String text) {
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw new OracleRejection("record-json-bad-text", "text");
        }
        return text;
    }

    public static Map<String, Object> newObject() {
        return new TreeMap<>(OracleValues::compareNames);
    }

    public static int compareNames(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    /** A value that is known to be an object, as one. */
    public static Map<String, Object> object(Object value) {
        Map<String, Object> object = newObject();
        ((Map<?, ?>) value).forEach((name, element) -> object.put((String) name, element));
        return object;
    }

    /** A list's elements, or any other value as a list of one. */
    public static List<Object> elements(Object value) {
        return value instanceof List<?> list
                ? new ArrayList<>(list)
                : new ArrayList<>(Collections.singletonList(value));
    }

    /** What lies directly inside a list or object. */
    static List<Object> children(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.values());
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    public static List<Object> unique(List<Object> elements) {
        List<Object> unique = new ArrayList<>();
        for (Object element : elements) {
            if (!unique.contains(element)) {
                unique.add(element);
            }
        }
        return unique;
    }

    /** An object written with its names in the given order, for updates. */
    public static Map<String, Object> objectOf(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
