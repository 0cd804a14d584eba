package io.github.profileengine.wire;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an object in a line of a state or log. The caller asks for the members that the line must have. */
final class LineMembers {

    private static final int LONGEST_SHOWN_NAME = 60;

    private final Map<String, @Nullable Object> members;

    LineMembers(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    Map<String, @Nullable Object> all() {
        return members;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /** Fails if there is a member with another name. */
    void requireOnly(String... known) throws LineFault {
        for (String name : members.keySet()) {
            if (!Arrays.asList(known).contains(name)) {
                throw unknown(name);
            }
        }
    }

    static LineFault unknown(String name) {
        boolean isLong = name.length() > LONGEST_SHOWN_NAME;
        return new LineFault("unknown member " + (isLong ? name.substring(0, LONGEST_SHOWN_NAME) + "..." : name));
    }

    /** A string member, which may be empty. */
    String anyText(String name) throws LineFault {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name, "not a text");
    }

    String text(String name) throws LineFault {
        String text = anyText(name);
        if (text.isEmpty()) {
            throw wrong(name, "missing or empty");
        }
        return text;
    }

    /** An integer member of at least 0. */
    long count(String name) throws LineFault {
        if (members.get(name) instanceof Long count && count >= 0) {
            return count;
        }
        throw wrong(name, "not a count");
    }

    boolean flag(String name) throws LineFault {
        if (members.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "not true or false");
    }

    @SuppressWarnings("unchecked") // Objects read from JSON have only strings as keys.
    LineMembers object(String name) throws LineFault {
        if (members.get(name) instanceof Map<?, ?> object) {
            return new LineMembers((Map<String, @Nullable Object>) object);
        }
        throw wrong(name, "not an object");
    }

    private LineFault wrong(String name, String problem) {
        return new LineFault(name + ", " + (members.get(name) == null ? "missing or empty" : problem));
    }
}
