package io.github.profileengine.operation;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.Utf8;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts names and texts of an operand to the limits, at every depth. If names become equal, the last in name order wins.
 */
final class Truncation {
    private final int maxNameCodePoints;
    private final int maxTextBytes;

    Truncation(int maxNameCodePoints, int maxTextBytes) {
        this.maxNameCodePoints = maxNameCodePoints;
        this.maxTextBytes = maxTextBytes;
    }

    /**
     * An operand after the cut.
     *
     * @param properties the operand; the same instance if nothing was cut
     * @param changed names of the properties whose name or value was cut
     */
    record Result(ObjectValue properties, Set<Name> changed) {}

    /** Whether a property needs no cut. */
    boolean fits(Name name, @Nullable Object operand) {
        return name(name) == name && value(operand) == operand;
    }

    Result of(ObjectValue properties) {
        Set<Name> changed = new HashSet<>();
        return new Result(object(properties, changed), changed);
    }

    private ObjectValue object(ObjectValue object, Set<Name> changed) {
        Name[] names = new Name[object.size()];
        @Nullable Object[] values = new Object[object.size()];
        boolean cut = false;
        for (int at = 0; at < names.length; at++) {
            names[at] = name(object.name(at));
            values[at] = value(object.value(at));
            if (names[at] != object.name(at) || values[at] != object.value(at)) {
                cut = true;
                changed.add(names[at]);
            }
        }
        return cut ? ObjectValue.of(names, values) : object;
    }

    private Name name(Name name) {
        String text = name.text();
        if (text.length() <= maxNameCodePoints || text.codePointCount(0, text.length()) <= maxNameCodePoints) {
            return name;
        }
        return Name.of(text.substring(0, text.offsetByCodePoints(0, maxNameCodePoints)));
    }

    private @Nullable Object value(@Nullable Object value) {
        if (value instanceof String text) {
            return Utf8.prefix(text, maxTextBytes);
        } else if (value instanceof ListValue list) {
            return list(list);
        } else if (value instanceof ObjectValue object) {
            return object(object, new HashSet<>());
        }
        return value;
    }

    private ListValue list(ListValue list) {
        @Nullable Object[] elements = new Object[list.size()];
        boolean cut = false;
        for (int at = 0; at < elements.length; at++) {
            elements[at] = value(list.get(at));
            cut |= elements[at] != list.get(at);
        }
        return cut ? ListValue.of(elements) : list;
    }
}
