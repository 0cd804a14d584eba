package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.value.ValueBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectBytesTest {
    private static final int FROM = 7;
    private static final int DEEPEST = 600;

    private static Object canonical(Object value) {
        return ValueBuilder.copyOf(value, DEEPEST + 1);
    }

    // Numbers are given out first come, first served. These names get theirs here, even if objects of earlier tests
    // have used up all numbers that objects may have.
    private static String key(int at) {
        String key = "key " + at;
        assertThat(Name.of(key).number()).isPositive();
        return key;
    }

    private static Map<String, Object> object(int keys, Object value) {
        Map<String, Object> object = new HashMap<>();
        IntStream.range(0, keys).forEach(at -> object.put(key(at), value));
        return object;
    }

    // The array has exactly the room that a writer reserves.
    private static byte[] written(Object value) {
        byte[] bytes = new byte[FROM + ValueBytes.most(value)];
        int end = ValueBytes.write(bytes, FROM, value);
        return end == ValueBytes.NOT_INLINE ? new byte[0] : Arrays.copyOf(bytes, end);
    }

    private static boolean isWritten(Object value) {
        Object canonical = canonical(value);
        byte[] bytes = written(canonical);
        if (bytes.length == 0) {
            return false;
        }
        assertThat(bytes.length - FROM - 1).isLessThanOrEqualTo(ElementBytes.MAX_BYTES);
        assertThat(ValueBytes.read(bytes, FROM, bytes.length, new Object[0])).isEqualTo(canonical);
        assertThat(ValueBytes.isSame(bytes, FROM, bytes.length, new Object[0], canonical))
                .isTrue();
        assertThat(ValueBytes.footprint(bytes, FROM, bytes.length, new Object[0]))
                .isEqualTo(Footprint.of(canonical));
        return true;
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "64, true", "65, false", "300, false"})
    void object_ofSoManyKeys_liesInARecord(int keys, boolean isShort) {
        assertThat(isWritten(object(keys, true))).isEqualTo(isShort);
    }

    /** 1 + 8 * (2 for the number of the key + 1 for the length + 1 for the kind + 123) is 1,017. */
    @ParameterizedTest
    @CsvSource({"121, true", "122, true", "123, true", "124, false", "170, false"})
    void object_ofSoManyBytes_liesInARecord(int units, boolean isShort) {
        Map<String, Object> object = object(8, "x".repeat(units));
        assertThat(isWritten(object)).isEqualTo(isShort);
    }

    @Test
    void object_fullToTheLastByte_liesInARecord() {
        Map<String, Object> object = object(8, "x".repeat(123));
        object.put(key(0), "x".repeat(130));
        assertThat(written(canonical(object))).hasSize(FROM + 1 + ElementBytes.MAX_BYTES);
        object.put(key(0), "x".repeat(131));
        assertThat(isWritten(object)).isFalse();
    }

    /** The length of a value within another value is stored in one byte. */
    @ParameterizedTest
    @CsvSource({"84, true", "85, false", "200, false"})
    void object_withATextOfThreeBytesAUnit_liesInARecord(int units, boolean isShort) {
        assertThat(isWritten(Map.of(key(0), "\u4e16".repeat(units)))).isEqualTo(isShort);
        assertThat(isWritten(Map.of(key(0), Map.of(key(1), "\u4e16".repeat(units - 1)))))
                .isEqualTo(isShort);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 50, 250, DEEPEST})
    void value_soDeep_isReadAsItWas_orLiesBesideTheRecord(int depth) {
        Object lists = 1L;
        Object objects = 1L;
        Object both = 1L;
        for (int level = 0; level < depth; level++) {
            lists = List.of(lists);
            objects = Map.of(key(level % 3), objects);
            both = level % 2 == 0 ? List.of(both, "x") : Map.of(key(0), both, key(1), 2);
        }
        for (Object deep : List.of(lists, objects, both)) {
            assertThat(isWritten(deep)).as("%s", deep).isEqualTo(depth <= 4);
        }
    }

    @Test
    void object_withANameThatHasNoNumber_liesBesideTheRecord() {
        assertThat(isWritten(Map.of("x".repeat(255), 1, key(0), 2))).isTrue();
        assertThat(isWritten(Map.of("x".repeat(256), 1, key(0), 2))).isFalse();
    }

    @Test
    void object_tooLarge_takesNoNumbers() {
        assertThat(isWritten(Map.of("of a large object", "x".repeat(300)))).isFalse();
        assertThat(isWritten(Map.of("of another", 1, "z", LargeObject.of("deep", 1))))
                .isFalse();
        assertThat(Name.of("of a large object").numberIfAny()).isZero();
        assertThat(Name.of("of another").numberIfAny()).isZero();
    }

    @Test
    void isSame_anotherObject_isFalse() {
        Map<String, Object> object = Map.of(key(1), 1, key(2), List.of("x"), key(3), Map.of(key(1), true));
        byte[] bytes = written(canonical(object));
        List<Map<String, Object>> others = List.of(
                Map.of(),
                Map.of(key(1), 1, key(2), List.of("x")),
                Map.of(key(1), 2, key(2), List.of("x"), key(3), Map.of(key(1), true)),
                Map.of(key(1), 1, key(2), List.of("y"), key(3), Map.of(key(1), true)),
                Map.of(key(1), 1, key(2), List.of("x"), key(3), Map.of(key(1), false)),
                Map.of(key(1), 1, key(2), List.of("x"), key(3), Map.of(key(2), true)),
                Map.of(key(0), 1, key(2), List.of("x"), key(3), Map.of(key(1), true)));
        for (Map<String, Object> other : others) {
            assertThat(ObjectBytes.isSame(bytes, FROM, (ObjectValue) canonical(other)))
                    .as("%s", other)
                    .isFalse();
        }
        assertThat(ObjectBytes.isSame(bytes, FROM, (ObjectValue) canonical(object)))
                .isTrue();
        assertThat(ValueBytes.isSame(bytes, FROM, bytes.length, new Object[0], "text"))
                .isFalse();
        assertThat(ValueBytes.isSame(bytes, FROM, bytes.length, new Object[0], null))
                .isFalse();
    }
}
