package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UpdateBuilderTest {
    private static final ProfileId ID = ProfileId.user("p", "u");

    @Test
    void build_operatorsOfSeveralProperties_carryThem() {
        Map<String, Integer> values = Map.of("a", 1, "b", 2);
        Update update = Update.of(ID)
                .set(values)
                .setOnce(values)
                .merge(values)
                .add(values)
                .union(values)
                .append(values)
                .remove(values)
                .unset(List.of("a", "b"))
                .build();
        assertThat(update.operations())
                .hasSize(8)
                .allSatisfy(operation -> assertThat(operation.propertyNames()).containsExactly("a", "b"));
    }

    @Test
    void build_builderThatGoesOn_leavesTheUpdateAsItWas() {
        UpdateBuilder builder = Update.of(ID).set("a", 1);
        Update first = builder.build();
        Update joined = builder.set("b", 2).build();
        Update more = builder.add("c", 3).build();
        assertThat(first).isEqualTo(Update.of(ID).set("a", 1).build());
        assertThat(joined).isEqualTo(Update.of(ID).set(Map.of("a", 1, "b", 2)).build());
        assertThat(more)
                .isEqualTo(Update.of(ID).set(Map.of("a", 1, "b", 2)).add("c", 3).build());
    }

    @Test
    void build_laterOperatorThatGoesOn_leavesTheUpdateAsItWas() {
        UpdateBuilder builder = Update.of(ID).set("a", 1).add("n", 1);
        Update first = builder.build();
        Update joined = builder.add("m", 2).build();
        Update more = builder.setOnce("o", 3).build();
        Map<String, Integer> added = Map.of("m", 2, "n", 1);
        assertThat(first).isEqualTo(Update.of(ID).set("a", 1).add("n", 1).build());
        assertThat(joined).isEqualTo(Update.of(ID).set("a", 1).add(added).build());
        assertThat(more)
                .isEqualTo(Update.of(ID).set("a", 1).setOnce("o", 3).add(added).build());
        assertThat(more.operations())
                .extracting(Operation::operator)
                .containsExactly(Operator.SET, Operator.SET_ONCE, Operator.ADD);
    }

    @Test
    void build_addressOfLaterOperator_isFoundEveryTime() {
        UpdateBuilder builder = Update.of(ID).set("a", 1).setOnce(Map.of("$ip", "192.0.2.1", "b", 2));
        for (int time = 0; time < 2; time++) {
            Update update = builder.build();
            assertThat(update.ip()).contains("192.0.2.1");
            assertThat(update.operations().get(1).propertyNames()).containsExactly("b");
        }
    }

    @Test
    void build_addressAmongProperties_isFoundEveryTime() {
        UpdateBuilder builder = Update.of(ID).set(Map.of("$ip", "192.0.2.1", "a", 1));
        assertThat(builder.build().ip()).contains("192.0.2.1");
        Update again = builder.build();
        assertThat(again.ip()).contains("192.0.2.1");
        assertThat(again.operations().get(0).propertyNames()).containsExactly("a");
    }

    @Test
    void builder_onePropertyAndMapOfOne_makeTheSameUpdate() {
        for (Object value : Arrays.asList(null, 1, 1.0, "text", List.of(1, "a"), Map.of("k", 1))) {
            Map<String, Object> map = Collections.singletonMap("a", value);
            assertThat(Update.of(ID).set("a", value).build())
                    .isEqualTo(Update.of(ID).set(map).build());
            assertThat(Update.of(ID).append("a", value).build())
                    .isEqualTo(Update.of(ID).append(map).build());
        }
    }

    @Test
    void builder_oneProperty_isRefusedWhereAMapOfOneIs() {
        String broken = "a\ud800";
        Object deepest = nested(Operation.MAX_OPERAND_DEPTH - 1);
        Object deeper = nested(Operation.MAX_OPERAND_DEPTH);

        assertThat(Update.of(ID).set("a", deepest).build())
                .isEqualTo(Update.of(ID).set(Map.of("a", deepest)).build());
        assertThatThrownBy(() -> Update.of(ID).set("a", deeper)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Update.of(ID).set(Map.of("a", deeper))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Update.of(ID).set(broken, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Update.of(ID).set("a", broken)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Whichever way the name is given: callers in other languages, or without null checks, do pass null. */
    @Test
    void builder_nullName_isRefusedWithAMessage() {
        UpdateBuilder builder = Update.of(ID);
        List<ThrowingCallable> calls = List.of(
                () -> builder.set(null, 1),
                () -> builder.setOnce(null, 1),
                () -> builder.merge(null, Map.of()),
                () -> builder.add(null, 1),
                () -> builder.union(null, 1),
                () -> builder.append(null, 1),
                () -> builder.remove(null, 1),
                () -> builder.set(Collections.singletonMap(null, 1)));
        assertThat(calls)
                .allSatisfy(call -> assertThatThrownBy(call)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("the name of a property must be text, not null"));
    }

    @ParameterizedTest
    @MethodSource
    void set_valueThatIsNone_isToldWithItsPlace(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    static Stream<Arguments> set_valueThatIsNone_isToldWithItsPlace() {
        Date date = new Date(0);
        String noDate = "not a JSON value: java.util.Date; pass null, a Boolean, Number, text, List or Map";
        return Stream.of(
                told(() -> Update.of(ID).set("when", date), "\"when\": " + noDate),
                told(() -> Update.of(ID).set(Map.of("when", date)), "\"when\": " + noDate),
                told(() -> Update.of(ID).set("a", Map.of("b", List.of(date))), "\"a\": \"b\": " + noDate),
                told(() -> Update.of(ID).append(Map.of("a \" b", date)), "\"a \\\" b\": " + noDate),
                told(() -> Update.of(ID).set("x".repeat(200), date), noDate));
    }

    /**
     * The message shows neither its text, which may be long or fail, nor an identity hash, which differs in each run.
     */
    @Test
    @SuppressWarnings("unchecked")
    void set_nameThatIsNoText_isToldByItsClass() {
        Object silent = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("asked for its text");
            }
        };
        Map<String, Object> wrong = (Map<String, Object>) (Map<?, ?>) Map.of(silent, 1);
        assertThatThrownBy(() -> Update.of(ID).set(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a property must be text, not a "
                        + silent.getClass().getTypeName());
    }

    /** No deeper than a single call may nest whose list holds the object. */
    @Test
    void union_objectThatBecomesAnElement_nestsNoDeeperThanOneCallMay() {
        Object deepest = 1;
        for (int level = 0; level < Operation.MAX_OPERAND_DEPTH - 1; level++) {
            deepest = Map.of("k", deepest);
        }
        Object operand = deepest;
        UpdateBuilder builder = Update.of(ID).union("l", operand);
        assertThatThrownBy(() -> builder.union("l", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Update.of(ID).remove("l", 1).remove("l", operand))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Update.of(ID).union("l", List.of(operand, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments told(ThrowingCallable call, String message) {
        return Arguments.of(call, message);
    }

    private static Object nested(int lists) {
        Object value = 1;
        for (int depth = 0; depth < lists; depth++) {
            value = List.of(value);
        }
        return value;
    }

    @Test
    void builder_nameTwice_joinsOrRefuses() {
        assertThat(Update.of(ID).set("a", 1).set("a", 2).build())
                .isEqualTo(Update.of(ID).set("a", 2).build());
        assertThat(Update.of(ID).setOnce("a", 1).setOnce("a", 2).build())
                .isEqualTo(Update.of(ID).setOnce("a", 1).build());
        assertThat(Update.of(ID).remove("l", "a").remove("l", List.of("b", "c")).build())
                .isEqualTo(Update.of(ID).remove("l", List.of("a", "b", "c")).build());
        assertThat(Update.of(ID).union("l", List.of(1)).union("l", 2).build())
                .isEqualTo(Update.of(ID).union("l", List.of(1, 2)).build());
        assertThat(Update.of(ID)
                        .merge("o", Map.of("a", 1))
                        .merge("o", Map.of("a", 2, "b", 3))
                        .build())
                .isEqualTo(Update.of(ID).merge("o", Map.of("a", 2, "b", 3)).build());
        assertThatThrownBy(() -> Update.of(ID).append("l", 1).append("l", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("$append names \"l\" twice; an update holds one $append per property, so make two updates");
    }

    /** Merged into one object with the keys of both, they would be one element. */
    @Test
    void append_twoObjectsToOneProperty_isRefusedLikeOtherValues() {
        Map<String, Object> order = Map.of("sku", 1, "n", 1);
        assertThatThrownBy(() -> Update.of(ID).append("l", order).append("l", Map.of("sku", 2)))
                .hasMessageContaining("$append names \"l\" twice");
        assertThatThrownBy(() -> Update.of(ID).append(Map.of("l", order)).append(Map.of("l", Map.of("sku", 2))))
                .hasMessageContaining("$append names \"l\" twice");
        assertThatThrownBy(() -> Update.of(ID).add("n", order).add("n", Map.of("sku", 2)))
                .hasMessageContaining("$add names \"n\" twice");
    }
}
