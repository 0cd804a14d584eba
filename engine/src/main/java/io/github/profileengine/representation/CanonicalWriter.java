package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/** Writes canonical values as canonical text: JSON without spaces, names in code point order, fewest escapes. */
public final class CanonicalWriter {
    private static final String[] ESCAPES = escapes();

    private CanonicalWriter() {}

    public static String text(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    public static void append(StringBuilder out, @Nullable Object value) {
        if (value instanceof String text) {
            appendText(out, text);
        } else if (value instanceof Double real) {
            DoubleText.append(out, real);
        } else if (value instanceof ListValue list) {
            appendList(out, list);
        } else if (value instanceof ObjectValue object) {
            appendObject(out, object);
        } else {
            assert value == null || value instanceof Long || value instanceof Boolean : value.getClass();
            out.append(value);
        }
    }

    private static void appendList(StringBuilder out, ListValue list) {
        out.append('[');
        for (int at = 0; at < list.size(); at++) {
            if (at > 0) {
                out.append(',');
            }
            append(out, list.element(at));
        }
        out.append(']');
    }

    private static void appendObject(StringBuilder out, ObjectValue object) {
        out.append('{');
        for (int at = 0; at < object.size(); at++) {
            appendName(out, at, object.name(at).text());
            append(out, object.value(at));
        }
        out.append('}');
    }

    /** The name of an object's member at a position, with the comma before and the colon after it. */
    public static void appendName(StringBuilder out, int at, String name) {
        if (at > 0) {
            out.append(',');
        }
        appendText(out, name);
        out.append(':');
    }

    /** A text in quotes. */
    public static void appendText(StringBuilder out, String text) {
        out.append('"');
        int plainFrom = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (needsEscape(unit)) {
                out.append(text, plainFrom, at).append(escape(unit));
                plainFrom = at + 1;
            }
        }
        out.append(text, plainFrom, text.length()).append('"');
    }

    static boolean needsEscape(char unit) {
        return unit < ' ' || unit == '"' || unit == '\\';
    }

    static String escape(char unit) {
        return ESCAPES[unit];
    }

    private static String[] escapes() {
        String[] escapes = new String['\\' + 1];
        for (int unit = 0; unit < ' '; unit++) {
            escapes[unit] = "\\u00" + Character.forDigit(unit >> 4, 16) + Character.forDigit(unit & 15, 16);
        }
        escapes['\b'] = "\\b";
        escapes['\t'] = "\\t";
        escapes['\n'] = "\\n";
        escapes['\f'] = "\\f";
        escapes['\r'] = "\\r";
        escapes['"'] = "\\\"";
        escapes['\\'] = "\\\\";
        return escapes;
    }
}
