package io.github.profileengine.testdouble.exchange;

import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.testdouble.journal.JournaledAnswer;
import io.github.profileengine.value.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a value. Immutable; a {@code with...} method gives a changed copy.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body the bytes of the body
 * @param last whether the connection is closed afterwards
 * @param manner how it goes out
 * @param stream what makes the body while it goes out, in place of the bytes; null for most answers
 */
public record WireAnswer(
        int status,
        Map<String, String> headers,
        Bytes body,
        boolean last,
        Manner manner,
        @Nullable AnswerStream stream) {
    private static final String CONTENT_TYPE = "Content-Type";

    /** Copies the headers. */
    public WireAnswer {
        headers = Map.copyOf(headers);
    }

    /** An answer of bytes. */
    public static WireAnswer of(int status, String contentType, byte[] body) {
        return new WireAnswer(status, Map.of(CONTENT_TYPE, contentType), Bytes.of(body), false, Manner.PROMPT, null);
    }

    /** An answer of plain text. */
    public static WireAnswer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer of JSON text. */
    public static WireAnswer json(int status, String json) {
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer of the canonical JSON of a value. */
    public static WireAnswer json(int status, Map<String, ? extends @Nullable Object> members) {
        return json(status, CanonicalText.of(members));
    }

    /** 200 with a body that is made while it goes out; the connection ends with it. */
    public static WireAnswer streaming(String contentType, AnswerStream stream) {
        return new WireAnswer(200, Map.of(CONTENT_TYPE, contentType), Bytes.NONE, true, Manner.PROMPT, stream);
    }

    /** An answer without a body. */
    public static WireAnswer empty(int status) {
        return new WireAnswer(status, Map.of(), Bytes.NONE, false, Manner.PROMPT, null);
    }

    /** This answer with one more header, or another value of one. */
    public WireAnswer with(String header, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(header, value);
        return new WireAnswer(status, changed, body, last, manner, stream);
    }

    /** This answer, after which the connection is closed. */
    public WireAnswer asLast() {
        return new WireAnswer(status, headers, body, true, manner, stream);
    }

    /** What of it reaches the client. */
    public JournaledAnswer journaled() {
        if (manner.isSilent()) {
            return new JournaledAnswer(0, Bytes.NONE);
        }
        boolean whole = !manner.isCut() || manner.cut() >= body.length();
        return new JournaledAnswer(status, whole ? body : Bytes.of(Arrays.copyOf(body.toArray(), manner.cut())));
    }

    /** This answer, sent in another manner. */
    public WireAnswer with(Manner other) {
        return new WireAnswer(status, headers, body, last, other, stream);
    }
}
