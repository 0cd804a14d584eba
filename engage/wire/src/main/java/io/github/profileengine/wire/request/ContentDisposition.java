package io.github.profileengine.wire.request;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the name of a form's field in the headers of its part (RFC 7578, section 4.2). Other parameters may hold in
 * quotes whatever looks like a name, and so may other headers.
 */
final class ContentDisposition {
    private static final Pattern HEADER =
            Pattern.compile("^content-disposition:([^\\r\\n]*+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final String text;
    private int at;

    private ContentDisposition(String text) {
        this.text = text;
    }

    /** The name of the field; null if the headers give it none. */
    static @Nullable String fieldName(String headers) {
        Matcher header = HEADER.matcher(headers);
        return header.find() ? new ContentDisposition(header.group(1)).fieldName() : null;
    }

    private @Nullable String fieldName() {
        upTo(';');
        while (at < text.length()) {
            at++;
            String parameter = upTo('=', ';').strip();
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                String value = value();
                if (parameter.equalsIgnoreCase("name")) {
                    return value;
                }
            }
        }
        return null;
    }

    private String value() {
        String before = upTo('"', ';').strip();
        if (at == text.length() || text.charAt(at) == ';') {
            return before;
        }
        StringBuilder quoted = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            boolean escapes = text.startsWith("\\\"", at);
            at += escapes ? 1 : 0;
            quoted.append(text.charAt(at));
        }
        upTo(';');
        return quoted.toString();
    }

    /** Moves on to the first of these characters, or the end, and returns what lies before it. */
    private String upTo(char... ends) {
        int start = at;
        while (at < text.length() && new String(ends).indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }
}
