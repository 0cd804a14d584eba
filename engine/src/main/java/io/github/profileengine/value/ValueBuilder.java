package io.github.profileengine.value;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Numbers;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.Utf8;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Builds one canonical value token by token, as a codec reads them: {@code startObject name text endObject ...}, then
 * {@link #build}. Reusable after {@code build} or {@link #reset}. Not thread-safe.
 *
 * <p>Every method throws {@code IllegalArgumentException} for what no value may hold: text with an unpaired surrogate,
 * a number that is not finite, nesting beyond the limit. After that, call {@code reset}. Tokens in an invalid order,
 * such as an end without a start, are a programming error and give {@code IllegalStateException}.
 */
public final class ValueBuilder {
    /** The highest nesting limit: values are read and written by recursion, for which a thread's stack must suffice. */
    public static final int MAX_DEPTH = 1_000;

    private final int maxDepth;
    private @Nullable Object[] values = new Object[16];
    private Name[] names = new Name[16];
    private int size;
    // Where each open container's elements start; negative (~start) for objects.
    private int[] starts = new int[8];
    private int depth;
    private @Nullable Name pending;

    /**
     * A builder of values.
     *
     * @param maxDepth how deep lists and objects may nest, at most {@value #MAX_DEPTH}
     * @throws IllegalArgumentException if that is negative
     */
    public ValueBuilder(int maxDepth) {
        this(maxDepth, 0);
    }

    private ValueBuilder(int maxDepth, int around) {
        this.maxDepth = bounded(maxDepth) + around;
    }

    private static int bounded(int maxDepth) {
        if (maxDepth < 0) {
            throw new IllegalArgumentException("maxDepth must not be negative, but is " + maxDepth);
        }
        return Math.min(maxDepth, MAX_DEPTH);
    }

    /**
     * A builder for the object of a profile's properties, to read stored profiles. Inside that object, values may nest
     * as deep as in {@linkplain #ValueBuilder(int) other builders}.
     */
    public static ValueBuilder ofProperties(int maxDepth) {
        return new ValueBuilder(maxDepth, 1);
    }

    /**
     * The canonical form of a Java value; a canonical value is not copied. Accepted are {@code null}, {@code Boolean},
     * {@code CharSequence}, the JDK's numbers, {@code Object[]}, {@code List}, sets with an order
     * ({@code LinkedHashSet}, {@code SortedSet}), and {@code Map} with {@code String} keys. A set without order is
     * rejected, because results would differ between runs.
     *
     * @param maxDepth how deep lists and objects may nest, at most {@value #MAX_DEPTH}
     * @throws IllegalArgumentException if the value, or something in it, is none of these, or nests deeper; or if
     *     {@code maxDepth} is negative
     */
    public static @Nullable Object copyOf(@Nullable Object javaValue, int maxDepth) {
        return JavaValues.canonical(javaValue, bounded(maxDepth));
    }

    /** As {@link #copyOf(Object, int)}, for the value of a property; the message of an exception names the property. */
    public static @Nullable Object copyOf(String property, @Nullable Object javaValue, int maxDepth) {
        int most = bounded(maxDepth);
        try {
            return JavaValues.canonical(javaValue, most);
        } catch (IllegalArgumentException wrong) {
            throw JavaValues.at(property, wrong);
        }
    }

    public ValueBuilder startObject() {
        return start(~size);
    }

    public ValueBuilder startList() {
        return start(size);
    }

    private ValueBuilder start(int mark) {
        if (depth == maxDepth) {
            throw Nesting.tooDeep(maxDepth);
        }
        // The container takes its own place, and name, before its elements do.
        int place = push(null);
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, depth * 2);
        }
        starts[depth++] = mark < 0 ? ~(place + 1) : place + 1;
        return this;
    }

    /** The name of the next value inside an object. */
    public ValueBuilder name(String name) {
        if (depth == 0 || starts[depth - 1] >= 0 || pending != null) {
            throw new IllegalStateException("name() is allowed only inside an object, once before each value");
        }
        pending = Name.ofProperty(name);
        return this;
    }

    public ValueBuilder text(String text) {
        if (!Utf8.canCarry(text)) {
            throw new IllegalArgumentException("text with an unpaired surrogate");
        }
        push(text);
        return this;
    }

    /**
     * As {@link #text}, for a text that is known to hold no unpaired surrogate, such as one decoded from UTF-8. The
     * text is not checked again.
     */
    public ValueBuilder wellFormedText(String text) {
        assert Utf8.canCarry(text) : "an unpaired surrogate";
        push(text);
        return this;
    }

    public ValueBuilder integer(long integer) {
        push(integer);
        return this;
    }

    /** A number in canonical form: {@code 1.0} is the integer 1. */
    public ValueBuilder real(double real) {
        if (!Double.isFinite(real)) {
            throw new IllegalArgumentException("a number must be finite, not " + real);
        }
        push(Numbers.canonical(real));
        return this;
    }

    public ValueBuilder bool(boolean value) {
        push(value);
        return this;
    }

    public ValueBuilder nul() {
        push(null);
        return this;
    }

    public ValueBuilder endList() {
        int start = end(false);
        @Nullable Object[] elements = Arrays.copyOfRange(values, start, size);
        size = start;
        values[start - 1] = ListValue.of(elements);
        return this;
    }

    /** Ends an object. If a name is repeated, its last value counts. */
    public ValueBuilder endObject() {
        int start = end(true);
        ObjectValue object = ObjectValue.of(names, values, start, size);
        size = start;
        values[start - 1] = object;
        return this;
    }

    private int end(boolean object) {
        if (depth == 0 || starts[depth - 1] < 0 != object) {
            throw new IllegalStateException(
                    object
                            ? "endObject() without a matching startObject()"
                            : "endList() without a matching startList()");
        }
        if (pending != null) {
            throw new IllegalStateException("endObject() after a name without a value");
        }
        int mark = starts[--depth];
        return object ? ~mark : mark;
    }

    private int push(@Nullable Object value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            names = Arrays.copyOf(names, size * 2);
        }
        boolean inObject = depth > 0 && starts[depth - 1] < 0;
        if (inObject) {
            if (pending == null) {
                throw new IllegalStateException("a value inside an object needs a name");
            }
            names[size] = pending;
            pending = null;
        } else if (depth == 0 && size > 0) {
            throw new IllegalStateException("a value is complete already; call build() first");
        }
        values[size] = value;
        return size++;
    }

    /** Returns the finished value and empties the builder. */
    public @Nullable Object build() {
        if (depth != 0 || size != 1) {
            throw new IllegalStateException("the value is not finished");
        }
        Object value = values[0];
        reset();
        return value;
    }

    /** Discards a value that was begun. */
    public void reset() {
        // The next value overwrites what is past the size; clearing it would show in the time of a small value.
        size = 0;
        depth = 0;
        pending = null;
    }
}
