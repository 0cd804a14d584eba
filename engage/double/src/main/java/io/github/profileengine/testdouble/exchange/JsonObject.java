package io.github.profileengine.testdouble.exchange;

import io.github.profileengine.value.CanonicalText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects the members of a JSON object for an answer, in canonical text. Each value is written on its own. So a value
 * of the greatest allowed nesting fits into an answer, which nests deeper. Not thread-safe.
 */
public final class JsonObject {
    private final Map<String, String> members = new TreeMap<>(CanonicalText::compareNames);

    /**
     * Adds a member.
     *
     * @param value another object of this class, or any value that {@link CanonicalText} writes
     */
    public JsonObject put(String name, @Nullable Object value) {
        return putJson(
                name,
                value instanceof JsonObject object
                        ? object.toString()
                        : CanonicalText.of(value instanceof String text ? wellFormed(text) : value));
    }

    /** Adds a list of objects. */
    public JsonObject putList(String name, Stream<JsonObject> objects) {
        return putJson(name, objects.map(JsonObject::toString).collect(Collectors.joining(",", "[", "]")));
    }

    /** Adds a member whose value is JSON text already. */
    public JsonObject putJson(String name, String json) {
        members.put(name, json);
        return this;
    }

    /** Replaces unpaired surrogates, which an explanation may quote and which have no form in UTF-8. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** An answer with this object as its body. */
    public WireAnswer answer(int status) {
        return WireAnswer.json(status, toString());
    }

    /** An answer with status 200 and this object as its body. */
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
