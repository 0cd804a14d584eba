package io.github.profileengine.value;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Numbers;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.Utf8;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Converts Java values to canonical values, as {@link ValueBuilder#copyOf} describes. */
final class JavaValues {
    // Error messages give the names around a wrong value, unless that makes them longer than this.
    private static final int LONGEST_PLACE = 200;

    private JavaValues() {}

    static @Nullable Object canonical(@Nullable Object value, int maxDepth) {
        return canonical(value, 0, maxDepth);
    }

    // around: how many lists and objects enclose the value.
    private static @Nullable Object canonical(@Nullable Object value, int around, int maxDepth) {
        // The classes of most values come first.
        if (value == null || value instanceof Long || value instanceof Boolean) {
            return value;
        } else if (value instanceof String text) {
            return checked(text);
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof ListValue || value instanceof ObjectValue) {
            return Nesting.checked(value, around, maxDepth);
        } else if (value instanceof CharSequence text) {
            return checked(text.toString());
        } else if (value instanceof Map<?, ?> map) {
            return object(map, inside(around, maxDepth), maxDepth);
        } else if (value instanceof Object[] array) {
            return list(array.clone(), inside(around, maxDepth), maxDepth);
        } else if (value instanceof List || value instanceof LinkedHashSet || value instanceof SortedSet) {
            return list(((Collection<?>) value).toArray(), inside(around, maxDepth), maxDepth);
        }
        throw new IllegalArgumentException(
                "not a JSON value: " + value.getClass().getTypeName()
                        + (value instanceof Collection
                                ? ", a collection that may have no fixed order; pass a List"
                                : "; pass null, a Boolean, Number, text, List or Map"));
    }

    private static int inside(int around, int maxDepth) {
        if (around >= maxDepth) {
            throw Nesting.tooDeep(maxDepth);
        }
        return around + 1;
    }

    private static Number number(Number number) {
        Number canonical = Numbers.canonical(number);
        if (canonical == null) {
            // Not the number itself: formatting a big one takes seconds.
            String type = number.getClass().getTypeName();
            throw new IllegalArgumentException(
                    Double.isFinite(number.doubleValue())
                            ? "unsupported number class " + type + "; pass a Long, Double, BigInteger or BigDecimal"
                            : "not a finite number within the range of a double: a " + type);
        }
        return canonical;
    }

    private static String checked(String text) {
        if (!Utf8.canCarry(text)) {
            throw new IllegalArgumentException("text with an unpaired surrogate");
        }
        return text;
    }

    private static ListValue list(@Nullable Object[] elements, int around, int maxDepth) {
        @Nullable Object[] canonical = new Object[elements.length];
        for (int at = 0; at < elements.length; at++) {
            canonical[at] = canonical(elements[at], around, maxDepth);
        }
        return ListValue.of(canonical);
    }

    private static ObjectValue object(Map<?, ?> map, int around, int maxDepth) {
        // The map may be a concurrent one: its size is only a guess until its entries have been copied.
        Object[] entries = map.entrySet().toArray();
        Name[] names = new Name[entries.length];
        @Nullable Object[] values = new Object[entries.length];
        for (int at = 0; at < entries.length; at++) {
            Map.Entry<?, ?> entry = (Map.Entry<?, ?>) entries[at];
            if (!(entry.getKey() instanceof String name)) {
                throw new IllegalArgumentException("the name of a property must be text, not " + kind(entry.getKey()));
            }
            names[at] = Name.ofProperty(name);
            values[at] = member(name, entry.getValue(), around, maxDepth);
        }
        return ObjectValue.of(names, values);
    }

    // Not the key itself: its text may be long, throw, or differ between runs.
    private static String kind(@Nullable Object key) {
        return key == null ? "null" : "a " + key.getClass().getTypeName();
    }

    private static @Nullable Object member(String name, @Nullable Object value, int around, int maxDepth) {
        try {
            return canonical(value, around, maxDepth);
        } catch (IllegalArgumentException wrong) {
            throw at(name, wrong);
        }
    }

    /** An error with the name of its value in the message; the error itself, if that would be long. */
    static IllegalArgumentException at(String name, IllegalArgumentException wrong) {
        String problem = String.valueOf(wrong.getMessage());
        return name.length() + problem.length() > LONGEST_PLACE
                ? wrong
                : new IllegalArgumentException(CanonicalText.of(name) + ": " + problem, wrong);
    }
}
