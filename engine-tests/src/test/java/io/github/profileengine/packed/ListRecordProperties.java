package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.representation.CurrentList;
import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.StagedAppend;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.PlainTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import io.github.profileengine.value.ValueBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * An update has the same effect on a list in a record as on a list object, although it makes no object of the former.
 */
class ListRecordProperties {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final List<String> NAMES = List.of("a", "b", "c");

    private static Object plain(RandomValues values) {
        return values.of(List.of(
                values.percent(50),
                (long) values.of(List.of(1, 2, 3, 300, 70_000)),
                values.of(List.of(0.5, -0.25)),
                "word " + values.of(List.of(1, 2, 3, 4, 5, 6, 7, 8)),
                values.of(List.of("", "2024-02-29T23:59:59", "\u00e9", "\u4e16\u754c", "\ud83d\ude00")),
                "long ".repeat(values.of(List.of(1, 39, 40, 41, 51))),
                // Characters of three bytes each, so that an element of them has 255 bytes or a few more.
                "\u4e16".repeat(values.of(List.of(1, 84, 85, 86, 170)))));
    }

    private static Object element(RandomValues values) {
        return values.percent(95) ? plain(values) : values.value();
    }

    private static List<Object> elements(RandomValues values, int most) {
        List<Object> elements = new ArrayList<>();
        for (int size = values.of(List.of(0, 1, 1, 2, 3, most)); size > 0; size--) {
            elements.add(element(values));
        }
        return elements;
    }

    private static Update update(RandomValues values) {
        UpdateBuilder update = Update.of(ADA);
        String name = values.of(NAMES);
        if (values.percent(10)) {
            update.set(name, elements(values, 70));
        } else if (values.percent(50)) {
            update.union(name, elements(values, 12)).union(values.of(NAMES), elements(values, 3));
        }
        if (values.percent(50)) {
            update.append(name, element(values));
        }
        return update.remove(values.of(NAMES), values.percent(10) ? elements(values, 12) : List.of())
                .build();
    }

    private static Profile applied(ProfileTable table, Update update) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        table.apply(update, step);
        return table.get(ADA);
    }

    /**
     * What an operator does to a list depends on what others left of it, for example that each element occurs only
     * once.
     */
    @Property(tries = 300)
    void lists_anyUpdates_becomeTheSameInRecordsAndObjects(@ForAll long seed) {
        RandomValues values = new RandomValues(new Random(seed));
        for (PackedSizes sizes : List.of(PackedSizes.DEFAULT, Sizes.TINY)) {
            PackedTable records = new PackedTable(REDUCER, sizes);
            PlainTable objects = new PlainTable(REDUCER);
            for (int round = 0; round < 40; round++) {
                Update update = update(values);
                Profile expected = applied(objects, update);
                assertThat(applied(records, update)).as("%s", update).isEqualTo(expected);
                assertThat(records.bytes()).as("bytes after %s", update).isEqualTo(objects.bytes());
            }
        }
    }

    private static ListValue canonical(List<Object> elements) {
        return (ListValue) ValueBuilder.copyOf(elements, 99);
    }

    private static Object finished(Object list) {
        return list instanceof StagedAppend append ? append.claim() : ((CurrentList) list).value();
    }

    /** A list in a record has one form, however it came about. A list that is too long for a record has none. */
    @Property(tries = 1_000)
    void packedList_grown_isWrittenAsTheWholeList(@ForAll long seed) {
        RandomValues values = new RandomValues(new Random(seed));
        int most = values.of(List.of(5, 62, 63, 64));
        List<Object> elements = new ArrayList<>();
        for (int size = values.of(List.of(0, 1, most)); size > 0; size--) {
            elements.add(most > 5 ? (Object) (long) size : element(values));
        }
        byte[] bytes = new byte[2 * ElementBytes.MOST_BYTES];
        int end = ListBytes.write(bytes, 3, canonical(elements));
        if (end == ValueBytes.NOT_INLINE) {
            return;
        }
        PackedList packed = new PackedList(bytes, 3, end);
        ListValue operand = canonical(elements(values, 3));
        Object grown = values.percent(50) ? packed.union(operand) : packed.append(operand.toArray());
        if (grown instanceof StagedAppend append && append.base() == packed) {
            assertThat(written(to -> ListBytes.writeGrown(to, 5, packed, append)))
                    .isEqualTo(written(to -> ListBytes.write(to, 5, append.claim())));
        }
    }

    private static List<Byte> written(ToIntFunction<byte[]> writing) {
        byte[] to = new byte[2 * ElementBytes.MOST_BYTES];
        int end = writing.applyAsInt(to);
        List<Byte> form = new ArrayList<>();
        for (int at = 5; at < end; at++) {
            form.add(to[at]);
        }
        return form;
    }

    /** Covers every question that operators ask. */
    @Property(tries = 500)
    void packedList_anyListAndOperand_answersAsTheListItself(@ForAll long seed) {
        RandomValues values = new RandomValues(new Random(seed));
        ListValue list = canonical(elements(values, 30));
        if (values.percent(50)) {
            list = list.distinct();
        }
        byte[] bytes = new byte[2 * ElementBytes.MOST_BYTES];
        int end = ListBytes.write(bytes, 3, list);
        if (end == ValueBytes.NOT_INLINE) {
            return;
        }
        PackedList packed = new PackedList(bytes, 3, end);
        ListValue operand = canonical(elements(values, 5));
        assertThat(packed.size()).isEqualTo(list.size());
        assertThat(packed.value()).isEqualTo(list);
        assertThat(packed.distinct().value()).isEqualTo(list.distinct());
        assertThat(finished(packed.union(operand))).isEqualTo(finished(list.union(operand)));
        assertThat(packed.union(operand) == packed).isEqualTo(list.union(operand) == list);
        assertThat(packed.without(operand).value()).isEqualTo(list.without(operand));
        assertThat(packed.without(operand) == packed).isEqualTo(list.without(operand) == list);
        for (int at = 0; at < operand.size(); at++) {
            Object value = operand.element(at);
            assertThat(packed.holds(value)).isEqualTo(list.contains(value));
            assertThat(packed.append(value).claim())
                    .isEqualTo(list.append(value).claim());
        }
    }
}
