package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.value.ValueBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What of a value is lost when another value, which may have been made from it, takes its place. */
class LostElementsTest {
    private static final String LONG_NAME = "n".repeat(300);
    // For a list or object without its content, and for a few small elements.
    private static final long LITTLE = 1_000;

    private static ObjectValue object(Map<String, ?> values) {
        return (ObjectValue) Objects.requireNonNull(ValueBuilder.copyOf(values, 10));
    }

    private static ListValue list(Object... elements) {
        return (ListValue) Objects.requireNonNull(ValueBuilder.copyOf(Arrays.asList(elements), 10));
    }

    private static String text(int number) {
        return number + "x".repeat(10_000);
    }

    @Test
    void ofLost_elementsThatAreKept_areNot() {
        ListValue before = list(text(1), text(2), text(3), text(4));

        assertThat(HeapSize.ofLost(before, before.without(list(text(2))))).isBetween(10_000L, 10_000 + LITTLE);
        assertThat(HeapSize.ofLost(before, before.extended(new Object[] {"y"}, 5)))
                .isLessThan(LITTLE);
    }

    /** Equal texts that were sent again are other instances. */
    @Test
    void ofLost_anotherValueOfEqualElements_isAllOfIt() {
        ListValue before = list(text(1), text(2));
        ObjectValue object = object(Map.of("a", text(1), "b", 1_000));

        assertThat(HeapSize.ofLost(before, list(text(1), text(2)))).isEqualTo(HeapSize.of(before));
        assertThat(HeapSize.ofLost(object, object(Map.of("a", text(1), "b", 1_000))))
                .isEqualTo(HeapSize.of(object));
        assertThat(HeapSize.ofLost(object, null)).isEqualTo(HeapSize.of(object));
        assertThat(HeapSize.ofLost(object, before)).isEqualTo(HeapSize.of(object));
    }

    @Test
    void ofLost_keysThatAreReplaced_areTheirValues() {
        ObjectValue before = object(Map.of("a", text(1), "k", text(2), "z", text(3)));

        assertThat(HeapSize.ofLost(before, before.merged(object(Map.of("k", 1)))))
                .isBetween(10_000L, 10_000 + LITTLE);
        assertThat(HeapSize.ofLost(before, before.merged(object(Map.of("b", 1, "zz", 1)))))
                .isLessThan(LITTLE);
    }

    /** A long name is another instance each time it is sent. What comes after it in the object is still kept. */
    @Test
    void ofLost_longKeyThatIsReplaced_isItsNameAndValue() {
        ObjectValue before = object(Map.of("a", text(1), LONG_NAME, text(2), "z", text(3)));

        assertThat(HeapSize.ofLost(before, before.merged(object(Map.of(LONG_NAME, 1)))))
                .isBetween(10_300L, 10_300 + LITTLE);
    }

    @Test
    void ofLost_longNamesThatGo_areLostThoughAValueIsKept() {
        Map<String, Object> names = new HashMap<>(Map.of("a", 1));
        for (int number = 0; number < 100; number++) {
            names.put(LONG_NAME + number, 1);
        }
        ObjectValue before = object(names);

        // There is only one instance of the small number.
        assertThat(HeapSize.ofLost(before, object(Map.of("a", 1)))).isGreaterThan(100 * 300);
    }

    /** A size that was cut off stays cut off: what is lost is no more than what there was. */
    @Test
    void ofLost_sizeBeyondAnInt_isNoMoreThanAll() {
        // One instance, whose size is computed only once.
        Object huge = list("x".repeat(1 << 20));
        Object[] elements = new Object[2_100];
        Arrays.fill(elements, huge);
        elements[0] = "first";
        ListValue before = list(elements);

        assertThat(HeapSize.ofLost(before, list(elements[0]))).isLessThanOrEqualTo(HeapSize.of(before));
    }
}
