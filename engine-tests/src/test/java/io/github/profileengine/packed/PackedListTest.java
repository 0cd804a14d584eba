package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ValueEquality;
import io.github.profileengine.value.ValueBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedListTest {

    // Values of every kind. Some values of different kinds have equally many bytes, and the same bytes where possible.
    private static final List<@Nullable Object> VALUES = Arrays.asList(
            null,
            false,
            true,
            0L,
            1L,
            127L,
            128L,
            -128L,
            -129L,
            0x4141L,
            32_768L,
            0x41414141L,
            1L << 31,
            0x4141414141414141L,
            Long.MIN_VALUE,
            1.5,
            2.5,
            "",
            "\u0001",
            "\u0002",
            "A",
            "AA",
            "AB",
            "AAAA",
            "AAAAAAAA",
            "\u00E9",
            "\u00C5\u00A0",
            "\u0160",
            "\u0160\u0161",
            "2026-11-28T10:00:00",
            "2026-11-28T10:00:01",
            "2026-11-28 10:00:00",
            "2026-11-28T10:00:60",
            "a text of 200 units".repeat(10) + "and tenth ",
            List.of(),
            List.of(1L),
            Map.of(),
            Map.of("a", 1L));

    private static PackedList packed(ListValue list) {
        assertThat(Name.of("a").number()).as("it is for the first who ask").isPositive();
        byte[] bytes = new byte[3 + ElementBytes.MOST_BYTES];
        int end = ListBytes.write(bytes, 3, list);
        assertThat(end).as("lies in a record").isNotEqualTo(ValueBytes.NOT_INLINE);
        return new PackedList(bytes, 3, end);
    }

    private static @Nullable Object canonical(@Nullable Object value) {
        return ValueBuilder.copyOf(value, 9);
    }

    @Test
    void holds_eachValueOfListOfEach_onlyItself() {
        for (Object held : VALUES) {
            PackedList list = packed(ListValue.of(canonical(held)));
            for (Object value : VALUES) {
                assertThat(list.holds(canonical(value)))
                        .as("%s in a list of %s", value, held)
                        .isEqualTo(ValueEquality.same(canonical(held), canonical(value)));
            }
        }
    }

    @Test
    void holds_valueBetweenOthers_isFoundWhereverItIs() {
        Object[] values = VALUES.stream().map(PackedListTest::canonical).toArray();
        for (int gone = 0; gone < values.length; gone++) {
            Object[] others = new Object[values.length - 1];
            System.arraycopy(values, 0, others, 0, gone);
            System.arraycopy(values, gone + 1, others, gone, others.length - gone);
            PackedList list = packed(ListValue.of(others));
            for (int at = 0; at < values.length; at++) {
                assertThat(list.holds(values[at])).as("%s", values[at]).isEqualTo(at != gone);
            }
        }
    }

    @Test
    void size_ofSomeElements_countsThem() {
        for (int size = 0; size < VALUES.size(); size++) {
            Object[] values = VALUES.subList(0, size).stream()
                    .map(PackedListTest::canonical)
                    .toArray();
            PackedList list = packed(ListValue.of(values));
            assertThat(list.isEmpty()).isEqualTo(size == 0);
            assertThat(list.size()).isEqualTo(size);
            assertThat(list.size()).as("again").isEqualTo(size);
        }
    }

    @Test
    void without_asManyAsThereAreOrMore_leavesTheOthers() {
        PackedList list = packed(ListValue.of("a", "b"));
        assertThat(list.without(ListValue.of("c"))).isSameAs(list);
        assertThat(list.without(ListValue.of("c", "d"))).isSameAs(list);
        assertThat(list.without(ListValue.of("c", "d", "e"))).isSameAs(list);
        assertThat(list.without(ListValue.of("c", "d", "b")).value()).containsExactly("a");
        PackedList empty = packed(ListValue.EMPTY);
        assertThat(empty.without(ListValue.of("c"))).isSameAs(empty);
        assertThat(empty.union(ListValue.EMPTY)).isSameAs(empty);
    }

    /** Whatever is removed, the remaining bytes are those with which the remaining list is written. */
    @Test
    void without_fewOfListOfEach_leavesTheBytesOfTheOthers() {
        Object[] values = VALUES.stream().map(PackedListTest::canonical).toArray();
        PackedList all = packed(ListValue.ofDistinct(values));
        for (int gone = 0; gone < values.length; gone++) {
            int other = (gone + 7) % values.length;
            ListValue wanted = ListValue.of(values[gone], "not there", values[other], values[gone]);
            ListValue expected = all.value().without(wanted);
            assertThat(expected).hasSize(values.length - 2);
            leaves(all, wanted, expected);
        }
    }

    @Test
    void without_someOfListThatHoldsSomethingTwice_takesAllEqualOnesAndKnowsWhetherMoreAre() {
        PackedList list = packed(ListValue.of("a", 1L, "a", "b", 1L));
        assertThat(list.isDistinct()).isFalse();
        leaves(list, ListValue.of("a"), ListValue.of(1L, "b", 1L));
        leaves(list, ListValue.of(1L), ListValue.of("a", "a", "b"));
        leaves(list, ListValue.of("b"), ListValue.of("a", 1L, "a", 1L));
        leaves(list, ListValue.of("a", 1L), ListValue.of("b"));
        leaves(list, ListValue.of(1L, 2L, "a", "b"), ListValue.EMPTY);
        assertThat(list.without(ListValue.of("c", 2L))).isSameAs(list);
    }

    private static void leaves(PackedList list, ListValue gone, ListValue expected) {
        assertThat(list.without(gone)).isInstanceOfSatisfying(PackedList.class, left -> {
            assertThat(left.value()).isEqualTo(expected);
            assertThat(bytesOf(left)).isEqualTo(bytesOf(packed(expected)));
            assertThat(left.isDistinct()).isEqualTo(expected.stream().distinct().count() == expected.size());
            assertThat(left.taken()).isEqualTo(Footprint.of(list.value()) - Footprint.of(expected));
        });
    }

    @Test
    void isDistinct_listOfEachAndOneMore_onlyIfThatIsNone() {
        Object[] values = VALUES.stream().map(PackedListTest::canonical).toArray();
        assertThat(packed(ListValue.of(values)).isDistinct()).isTrue();
        for (Object again : values) {
            Object[] more = Arrays.copyOf(values, values.length + 1);
            more[values.length] = again;
            assertThat(packed(ListValue.of(more)).isDistinct())
                    .as("%s twice", again)
                    .isFalse();
        }
    }

    private static byte[] bytesOf(PackedList list) {
        return Arrays.copyOfRange(list.bytes(), list.from(), list.from() + list.length());
    }
}
