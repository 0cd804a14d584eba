package io.github.profileengine.testdouble.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of an object in a plan. A member with the value null counts as missing. A member that nobody has
 * read is an error.
 */
final class Members {
    private final Map<?, ?> members;
    private final String path;
    private final Set<String> known = new TreeSet<>();

    private Members(Map<?, ?> members, String path) {
        this.members = members;
        this.path = path;
    }

    static Members of(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?> object) {
            return new Members(object, path);
        }
        throw new IllegalArgumentException((path.isEmpty() ? "json" : path) + ", not an object");
    }

    @Nullable
    Object value(String name) {
        known.add(name);
        return members.get(name);
    }

    @Nullable
    String text(String name) {
        Object value = value(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name, "not a text");
    }

    long integer(String name, long otherwise, long least, long most) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number >= least && number <= most) {
            return number;
        }
        throw wrong(name, "not an integer from " + least + " to " + most);
    }

    double number(String name, double otherwise) {
        Object value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(name, "not a number");
    }

    List<?> list(String name) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "not a list");
    }

    void requireNoOthers() {
        for (Object name : members.keySet()) {
            if (!known.contains(name.toString())) {
                throw wrong(name.toString(), "unknown; known are " + String.join(", ", known));
            }
        }
    }

    IllegalArgumentException wrong(String name, String problem) {
        return new IllegalArgumentException((path.isEmpty() ? name : path + "." + name) + ", " + problem);
    }
}
