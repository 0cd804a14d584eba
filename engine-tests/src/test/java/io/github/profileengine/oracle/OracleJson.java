package io.github.profileengine.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A plain recursive JSON reader for vectors; text that is not JSON throws {@link IllegalArgumentException}. */
public final class OracleJson {
    private final String text;
    private int at;
    private int depth;
    private int deepest;
    private boolean repeatedName;
    private boolean numberTooLong;
    private boolean first;

    private OracleJson(String text) {
        this.text = text;
    }

    /** A value as read, with what section 7 needs to know about its text. */
    public record Read(Object value, int depth, boolean repeatedName, boolean numberTooLong) {}

    public static Object value(String text) {
        return read(text).value();
    }

    public static Read read(String text) {
        OracleJson json = new OracleJson(text);
        Object value = json.value();
        json.space();
        json.check(json.at == text.length(), "end");
        return new Read(value, json.deepest, json.repeatedName, json.numberTooLong);
    }

    /** The members of an object, spelled as in the text. */
    public static Map<String, String> members(String text) {
        OracleJson json = new OracleJson(text);
        Map<String, String> members = new LinkedHashMap<>();
        json.space();
        json.open();
        while (!json.closes('}')) {
            String name = json.string();
            json.space();
            json.check(json.next() == ':', "a colon");
            int start = json.at;
            json.value();
            members.put(name, text.substring(start, json.at));
        }
        return members;
    }

    private Object value() {
        space();
        check(at < text.length(), "a value");
        switch (text.charAt(at)) {
            case '{':
                return object();
            case '[':
                return list();
            case '"':
                return string();
            case 't':
                return word("true", true);
            case 'f':
                return word("false", false);
            case 'n':
                return word("null", null);
            default:
                return number();
        }
    }

    private Object word(String word, Object value) {
        check(text.startsWith(word, at), word);
        at += word.length();
        return value;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = OracleValues.newObject();
        open();
        while (!closes('}')) {
            space();
            String name = string();
            space();
            check(next() == ':', "a colon");
            repeatedName |= object.containsKey(name);
            object.put(name, value());
        }
        return object;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        open();
        while (!closes(']')) {
            list.add(value());
        }
        return list;
    }

    private void open() {
        at++;
        deepest = Math.max(deepest, ++depth);
        first = true;
    }

    /** Whether the container ends here; if not, takes the comma between two entries. */
    private boolean closes(char end) {
        space();
        check(at < text.length(), "an end");
        boolean started = first;
        first = false;
        if (text.charAt(at) == end) {
            at++;
            depth--;
            return true;
        }
        check(started || next() == ',', "a comma");
        space();
        check(at < text.length() && text.charAt(at) != end, "no comma before the end");
        return false;
    }

    private Object number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        check(digits.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"), "a number");
        numberTooLong |= digits.length() > 1_000;
        if (digits.matches("-?\\d+")) {
            BigInteger whole = new BigInteger(digits);
            return OracleValues.fits(whole) ? (Object) whole.longValueExact() : real(digits);
        }
        return real(digits);
    }

    /** An infinite one stays, so that the record fails with its own rule. */
    private static Object real(String digits) {
        double nearest = Double.parseDouble(digits);
        return Double.isInfinite(nearest) ? (Object) nearest : OracleValues.real(nearest);
    }

    private String string() {
        check(at < text.length() && next() == '"', "a text");
        StringBuilder out = new StringBuilder();
        while (true) {
            check(at < text.length(), "the end of a text");
            char c = next();
            check(c >= 0x20, "an escaped control character");
            if (c == '"') {
                return out.toString();
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = next();
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int index = "\"\\/bfnrt".indexOf(c);
        check(index >= 0, "an escape");
        return "\"\\/\b\f\n\r\t".charAt(index);
    }

    private char next() {
        return text.charAt(at++);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void check(boolean fine, String wanted) {
        if (!fine) {
            throw new IllegalArgumentException("wanted " + wanted + " at " + at);
        }
    }

    static BigDecimal exact(Object number) {
        return number instanceof Long whole ? BigDecimal.valueOf(whole) : new BigDecimal((Double) number);
    }
}
