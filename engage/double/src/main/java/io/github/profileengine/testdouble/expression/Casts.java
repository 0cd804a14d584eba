package io.github.profileengine.testdouble.expression;

import io.github.profileengine.value.CanonicalText;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as values of another type.
 *
 * <table>
 *   <caption>What becomes of a value</caption>
 *   <tr><th>from</th><th>boolean</th><th>number</th><th>string</th><th>list</th></tr>
 *   <tr><td>undefined</td><td>false</td><td>undefined</td><td>undefined</td><td>undefined</td></tr>
 *   <tr><td>null</td><td>false</td><td>undefined</td><td>null</td><td>list of one</td></tr>
 *   <tr><td>boolean</td><td>itself</td><td>1 or 0</td><td>true or false</td><td>list of one</td></tr>
 *   <tr><td>number</td><td>not 0</td><td>itself</td><td>canonical text</td><td>list of one</td></tr>
 *   <tr><td>text</td><td>neither empty nor false</td><td>the decimal number it shows, else undefined</td>
 *       <td>itself</td>
 *       <td>list of one</td></tr>
 *   <tr><td>list</td><td>true</td><td>undefined</td><td>canonical text</td><td>itself</td></tr>
 *   <tr><td>object</td><td>true</td><td>undefined</td><td>canonical text</td><td>list of one</td></tr>
 *   <tr><td>datetime</td><td>true</td><td>seconds since 1970</td><td>ISO text in UTC</td><td>undefined</td></tr>
 * </table>
 */
final class Casts {
    private Casts() {}

    static Object toBoolean(@Nullable Object value) {
        if (value == null || value == Undefined.UNDEFINED) {
            return false;
        }
        return !(value.equals(false) || value.equals(0L) || value.equals("") || value.equals("false"));
    }

    static Object toNumber(@Nullable Object value) {
        if (value instanceof Number) {
            return value;
        } else if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        } else if (value instanceof Instant time) {
            return DatetimeText.seconds(time);
        }
        return value instanceof String text ? NumberText.parse(text.strip()) : Undefined.UNDEFINED;
    }

    static @Nullable Object toText(@Nullable Object value) {
        if (value instanceof Instant time) {
            return time.toString();
        }
        boolean hasText =
                value instanceof Number || value instanceof Boolean || value instanceof List || value instanceof Map;
        return hasText ? CanonicalText.of(value) : value;
    }

    static @Nullable Object toList(@Nullable Object value) {
        if (value instanceof Instant) {
            return Undefined.UNDEFINED;
        }
        return value instanceof List || value == Undefined.UNDEFINED ? value : Collections.singletonList(value);
    }
}
