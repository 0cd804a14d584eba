package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the body of a request ends. Headers that two servers could interpret differently are refused, because the
 * rest of the connection could hide a request that only one of them sees (request smuggling).
 *
 * @param length the length of the body in bytes; -1 if it comes in chunks
 */
record Framing(long length) {
    private static final int MAX_DIGITS = 18;

    static Framing of(Headers headers) throws RefusedRequestException {
        if (values(headers, "Host").size() != 1) {
            throw RefusedRequestException.of(400, "Host, exactly one is needed");
        }
        List<String> lengths = values(headers, "Content-Length");
        List<String> codings = values(headers, "Transfer-Encoding");
        if (lengths.size() > 1 || codings.size() > 1 || !lengths.isEmpty() && !codings.isEmpty()) {
            throw RefusedRequestException.abrupt(
                    400, "Content-Length or Transfer-Encoding, given more than once, or both given");
        }
        if (!codings.isEmpty() && !codings.get(0).strip().equalsIgnoreCase("chunked")) {
            throw RefusedRequestException.abrupt(501, "Transfer-Encoding, only chunked is known");
        }
        return new Framing(!codings.isEmpty() ? -1 : lengths.isEmpty() ? 0 : length(lengths.get(0)));
    }

    private static long length(String text) throws RefusedRequestException {
        if (text.isEmpty()
                || text.length() > MAX_DIGITS
                || !text.chars().allMatch(character -> character >= '0' && character <= '9')) {
            throw RefusedRequestException.abrupt(400, "Content-Length, not a number of bytes");
        }
        return Long.parseLong(text);
    }

    private static List<String> values(Headers headers, String name) {
        @Nullable List<String> values = headers.get(name);
        return values == null ? List.of() : values;
    }

    boolean isChunked() {
        return length < 0;
    }
}
