package io.github.profileengine.testdouble.exchange;

import io.github.profileengine.value.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members of an object of an answer, in canonical text. Each value is written by itself, so that one that
 * nests as deep as a value may fits into an answer, which nests deeper. Not thread-safe.
 */
public final class JsonObject {
    private final Map<String, String> members = new TreeMap<>(CanonicalText::compareNames);

    /**
     * Puts a member.
     *
     * @param value another such object, or any value that {@link CanonicalText} writes
     */
    public JsonObject put(String name, @Nullable Object value) {
        return putJson(
                name,
                value instanceof JsonObject object
                        ? object.toString()
                        : CanonicalText.of(value instanceof String text ? wellFormed(text) : value));
    }

    /** Puts a list of objects. */
    public JsonObject putList(String name, Stream<JsonObject> objects) {
        return putJson(name, objects.map(JsonObject::toString).collect(Collectors.joining(",", "[", "]")));
    }

    /** Puts a member whose value is JSON text already. */
    public JsonObject putJson(String name, String json) {
        members.put(name, json);
        return this;
    }

    /** A text with half a surrogate pair, which an explanation may quote, has no form in UTF-8. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** An answer with this object. */
    public WireAnswer answer(int status) {
        return WireAnswer.json(status, toString());
    }

    /** The answer 200 with this object. */
    public WireAnswer ok() {
        return answer(200);
    }

    /** The JSON text. */
    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> CanonicalText.of(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
