package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.value.ValueBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A value takes known sizes from the value before it, without looking into its texts again. They must be those of a
 * fresh value.
 */
class KnownSizesTest {
    private static final String LONG_NAME = "n".repeat(300);

    private static ObjectValue object(Map<String, ?> values) {
        return (ObjectValue) Objects.requireNonNull(ValueBuilder.copyOf(values, 10));
    }

    private static ListValue list(Object... elements) {
        return (ListValue) Objects.requireNonNull(ValueBuilder.copyOf(Arrays.asList(elements), 10));
    }

    private static void ask(Object value) {
        assertThat(Footprint.of(value)).isPositive();
        assertThat(HeapSize.of(value)).isPositive();
    }

    private static void areThoseOfAFresh(Object value) {
        Object fresh = ValueBuilder.copyOf(
                value instanceof ListValue list ? list.toArray() : Map.copyOf((ObjectValue) value), 10);
        assertThat(Footprint.of(value)).isEqualTo(Footprint.of(fresh));
        assertThat(HeapSize.of(value)).isEqualTo(HeapSize.of(fresh));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void merged_someNamesNewSomeReplaced_hasThem(boolean asked) {
        ObjectValue before = object(Map.of("a", "text", "b", 1_000, "c", Map.of("d", "x".repeat(500)), LONG_NAME, "y"));
        if (asked) {
            ask(before);
        }
        ObjectValue after = before.merged(object(Map.of("b", "\u20ac".repeat(9), "c", 1.5, "e", List.of("z"))));
        areThoseOfAFresh(after);
        areThoseOfAFresh(after.merged(object(Map.of(LONG_NAME, 1_000, "m".repeat(400), true))));
        areThoseOfAFresh(ObjectValue.EMPTY.merged(after));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void without_someElements_hasThem(boolean asked) {
        Object[] elements = new Object[40];
        for (int at = 0; at < elements.length; at++) {
            elements[at] = at % 3 == 0 ? "text " + at : at % 3 == 1 ? (Object) (1_000 + at) : List.of(at, "x");
        }
        ListValue before = list(elements);
        if (asked) {
            ask(before);
        }
        ListValue after = before.without(list("text 3", 1_001, List.of(2, "x"), "absent"));
        assertThat(after).hasSize(37);
        areThoseOfAFresh(after);
        areThoseOfAFresh(after.without(list(Arrays.copyOfRange(elements, 5, 40))));
    }

    /** A size that was cut off says nothing about what is left. */
    @Test
    void merged_sizeBeyondAnInt_isCountedAnew() {
        // One instance, whose size is computed only once.
        Object huge = list("x".repeat(1 << 20));
        Object[] many = new Object[2_100];
        Arrays.fill(many, huge);
        ObjectValue before = object(Map.of("a", Arrays.asList(many), "b", huge));
        assertThat(Footprint.of(before)).isEqualTo(Integer.MAX_VALUE);
        assertThat(HeapSize.of(before)).isEqualTo(Integer.MAX_VALUE);
        areThoseOfAFresh(before.merged(object(Map.of("a", 1_000))));
    }
}
