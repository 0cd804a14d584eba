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
 * An answer as a value. Immutable; a {@code with...} method returns a changed copy.
 *
 * @param status the HTTP status
 * @param headers the headers, by name
 * @param body the bytes of the body
 * @param last whether the connection is closed afterwards
 * @param manner how the answer is sent
 * @param stream produces the body while it is sent, instead of the bytes; null for most answers
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

    /** An answer with bytes. */
    public static WireAnswer of(int status, String contentType, byte[] body) {
        return new WireAnswer(status, Map.of(CONTENT_TYPE, contentType), Bytes.of(body), false, Manner.PROMPT, null);
    }

    /** An answer with plain text. */
    public static WireAnswer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer with JSON text. */
    public static WireAnswer json(int status, String json) {
        return of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer with a value as canonical JSON. */
    public static WireAnswer json(int status, Map<String, ? extends @Nullable Object> members) {
        return json(status, CanonicalText.of(members));
    }

    /** An answer with status 200 and a body that is produced while it is sent. The connection ends with the body. */
    public static WireAnswer streaming(String contentType, AnswerStream stream) {
        return new WireAnswer(200, Map.of(CONTENT_TYPE, contentType), Bytes.NONE, true, Manner.PROMPT, stream);
    }

    /** An answer without a body. */
    public static WireAnswer empty(int status) {
        return new WireAnswer(status, Map.of(), Bytes.NONE, false, Manner.PROMPT, null);
    }

    /** This answer with a header added or replaced. */
    public WireAnswer with(String header, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(header, value);
        return new WireAnswer(status, changed, body, last, manner, stream);
    }

    /** This answer, after which the connection is closed. */
    public WireAnswer asLast() {
        return new WireAnswer(status, headers, body, true, manner, stream);
    }

    /** The part of this answer that reaches the client. */
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
