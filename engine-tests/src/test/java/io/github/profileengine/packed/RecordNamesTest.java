package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableStep;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordNamesTest {
    private static Shape dictionary(String... texts) {
        Name[] names = Arrays.stream(texts).map(Name::of).sorted().toArray(Name[]::new);
        return Shape.dictionary(names);
    }

    @Test
    void first_ofEachWayToTellNames_isNoOther() {
        for (int first : new int[] {0, 1, 69_000, Integer.MAX_VALUE}) {
            assertThat(RecordNames.isBeside(first)).as("shape %d", first).isFalse();
            assertThat(RecordNames.bytes(first)).as("shape %d", first).isZero();
        }
        for (int position : new int[] {0, 1, 1 << 29, (1 << 30) - 1}) {
            assertThat(RecordNames.isBeside(~position))
                    .as("position %d", position)
                    .isTrue();
            assertThat(RecordNames.bytes(~position)).as("position %d", position).isZero();
        }
        for (int names : new int[] {1, 2, 255, 65_535}) {
            int first = RecordNames.first(2 * names);
            assertThat(RecordNames.isBeside(first)).as("%d names", names).isFalse();
            assertThat(RecordNames.bytes(first)).as("%d names", names).isEqualTo(2 * names);
            assertThat(RecordNames.count(2 * names)).isEqualTo(names);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 1_200})
    void names_writtenAndRead_areTheSameInTheirOrder(int count) {
        Shape shape = dictionary(
                IntStream.range(0, count).mapToObj(at -> "name " + at).toArray(String[]::new));
        byte[] bytes = new byte[3 + RecordNames.bytes(shape)];
        assertThat(bytes).hasSize(3 + 2 * count);
        RecordNames.write(bytes, 3, shape);
        Shape read = RecordNames.read(bytes, 3, bytes.length);
        assertThat(read.size()).isEqualTo(count);
        for (int at = 0; at < count; at++) {
            assertThat(read.name(at)).isEqualTo(shape.name(at));
        }
        assertThat(RecordNames.heapSize(shape)).isZero();
    }

    /** Few names are scanned, many are searched in their order, whatever the order of their numbers is. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 127, 128, 129, 1_200})
    void slotOf_everyName_isThatOfTheShape(int count) {
        // Names get numbers in the order in which these are asked for: here the last names first.
        for (int at = count; at > 0; at--) {
            Name.of("slot " + at).number();
        }
        Shape shape = dictionary(
                IntStream.rangeClosed(1, count).mapToObj(at -> "slot " + at).toArray(String[]::new));
        byte[] bytes = new byte[5 + RecordNames.bytes(shape)];
        RecordNames.write(bytes, 5, shape);
        for (int at = 0; at < count; at++) {
            assertThat(RecordNames.slotOf(bytes, 5, count, shape.name(at))).isEqualTo(at);
        }
        Name numbered = Name.of("slot 0");
        assertThat(numbered.number()).isPositive();
        for (Name absent : List.of(numbered, Name.of("slot z"), Name.of("a"), Name.of("x".repeat(300)))) {
            assertThat(RecordNames.slotOf(bytes, 5, count, absent))
                    .as("%s", absent)
                    .isNegative();
        }
    }

    /** Asking for a property that no profile has must not use up numbers. */
    @Test
    void slotOf_unknownName_givesItNoNumber() {
        byte[] bytes = new byte[RecordNames.bytes(dictionary("a", "z"))];
        RecordNames.write(bytes, 0, dictionary("a", "z"));
        Name unknown = Name.of("a name that no record has");
        assertThat(RecordNames.slotOf(bytes, 0, 2, unknown)).isNegative();
        assertThat(unknown.numberIfAny()).isZero();
        int number = unknown.number();
        assertThat(unknown.numberIfAny()).isEqualTo(number).isPositive();
    }

    @Test
    void shape_withANameThatHasNoNumber_isBeside() {
        Shape shape = dictionary("a", "x".repeat(300), "z");
        assertThat(RecordNames.bytes(shape)).isZero();
        assertThat(RecordNames.heapSize(shape)).isEqualTo(shape.heapSize()).isPositive();
    }

    @Test
    void names_comeAndGoneInTheirRecord_leaveNothingBehind() {
        Reducer reducer = new Reducer(ReducerOptions.defaults());
        PackedTable table = new PackedTable(reducer);
        TableStep step = new TableStep(Admission.ALL);
        Map<String, Object> many = new HashMap<>();
        IntStream.range(0, 1_100).forEach(number -> many.put("name " + number, number));
        // So many that garbage is tolerated and not compacted at once.
        for (int number = 0; number < 50; number++) {
            table.load(Profile.of(ProfileId.user("p", "u" + number), many));
        }
        ProfileId id = ProfileId.user("p", "u7");
        long before = 0;
        for (int round = 0; round < 10; round++) {
            for (Update update : List.of(
                    Update.of(id).unset("name 7").build(),
                    Update.of(id).set("name 7", round).build())) {
                step.begin(false, false);
                table.apply(update, step);
                table.releaseScratch();
                assertThat(step.rejection()).isNull();
                Object expected = update.operations().get(0).operator() == Operator.SET ? (Object) (long) round : null;
                assertThat(table.get(id).get("name 7")).isEqualTo(expected);
            }
            // The first write may move the record.
            before = round == 0 ? table.heapBytes() : before;
            assertThat(table.heapBytes()).isEqualTo(before);
        }
    }

    @Test
    void shape_ofNoNames_isNeither() {
        assertThat(RecordNames.heapSize(Shape.EMPTY)).isZero();
        assertThat(RecordNames.bytes(Shape.EMPTY)).isZero();
    }
}
