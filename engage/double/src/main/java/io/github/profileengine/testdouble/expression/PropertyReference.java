package io.github.profileengine.testdouble.expression;

import io.github.profileengine.value.CanonicalText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code properties["x"]} or {@code user["x"]}, or something inside that value: {@code properties["x"]["y"][0]}. A
 * missing name, an index outside a list, and a step into any other value give {@code undefined}.
 *
 * @param path the name of the property, then names in objects and indexes in lists, from 0
 */
public record PropertyReference(List<Object> path) implements Expression {
    public PropertyReference {
        path = List.copyOf(path);
        if (path.isEmpty() || !(path.get(0) instanceof String) || !path.stream().allMatch(PropertyReference::isStep)) {
            throw new IllegalArgumentException("a path is a name, then names and positions");
        }
    }

    private static boolean isStep(Object step) {
        return step instanceof String || step instanceof Long position && position >= 0;
    }

    @Override
    public @Nullable Object value(PropertySource properties) {
        Object value = properties.property((String) path.get(0));
        for (int at = 1; at < path.size(); at++) {
            value = inside(value, path.get(at));
        }
        return value;
    }

    private static @Nullable Object inside(@Nullable Object value, Object step) {
        if (value instanceof Map<?, ?> object && step instanceof String && object.containsKey(step)) {
            return object.get(step);
        }
        if (value instanceof List<?> list && step instanceof Long position && position < list.size()) {
            return list.get(position.intValue());
        }
        return Undefined.UNDEFINED;
    }

    @Override
    public Precedence precedence() {
        return Precedence.ATOM;
    }

    @Override
    public void appendTo(StringBuilder out) {
        out.append("properties");
        for (Object step : path) {
            out.append('[');
            CanonicalText.append(out, step);
            out.append(']');
        }
    }

    @Override
    public String toString() {
        return Expression.text(this);
    }
}
