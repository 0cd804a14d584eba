package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

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

    /** Whichever way the name comes in; callers in other languages, or without null checks, do pass null. */
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
                .hasMessageContaining("$append names \"l\" twice");
    }

    /** A long name is not remembered, so that each call has another instance of it. */
    @Test
    void builder_longNameTwiceInAChain_joins() {
        String name = "l".repeat(300);
        assertThat(Update.of(ID).union("a", 1).union(name, 1).union(name, 2).build())
                .isEqualTo(
                        Update.of(ID).union(Map.of("a", 1, name, List.of(1, 2))).build());
    }

    @Test
    void builder_chainOfCalls_makesWhatOneMapMakes() {
        UpdateBuilder chain = Update.of(ID);
        Map<String, Object> sets = new HashMap<>();
        Map<String, Object> adds = new HashMap<>();
        for (int call = 0; call < 60; call++) {
            String name = "n" + call * 7 % 40;
            // Another operator between: what it interrupts goes on afterwards.
            if (call % 5 == 4) {
                chain.add("c" + call, call);
                adds.put("c" + call, call);
            }
            chain.set(name, call);
            sets.put(name, call);
        }
        assertThat(chain.build()).isEqualTo(Update.of(ID).set(sets).add(adds).build());
    }

    @Test
    void builder_chainAmongMaps_joinsAll() {
        Update update = Update.of(ID)
                .setOnce("a", 1)
                .setOnce("b", 2)
                .setOnce("a", 3)
                .setOnce(Map.of("b", 4, "c", 5, "d", 6))
                .setOnce("d", 7)
                .setOnce("e", 8)
                .build();
        assertThat(update)
                .isEqualTo(Update.of(ID)
                        .setOnce(Map.of("a", 1, "b", 2, "c", 5, "d", 6, "e", 8))
                        .build());
    }

    @Test
    void builder_chainsOfAllOperatorsInTurn_makeWhatOneMapOfEachMakes() {
        UpdateBuilder chain = Update.of(ID);
        Map<String, Object> numbers = new HashMap<>();
        Map<String, Object> lists = new HashMap<>();
        Map<String, Object> objects = new HashMap<>();
        for (int call = 0; call < 20; call++) {
            String name = "n" + call * 7 % 20;
            chain.append(name, call).set(name, call).merge(name, Map.of(name, call));
            chain.remove(name, call).setOnce(name, call).union(name, List.of(call));
            chain.unset(name).add(name, call);
            numbers.put(name, call);
            lists.put(name, List.of(call));
            objects.put(name, Map.of(name, call));
        }
        assertThat(chain.build())
                .isEqualTo(Update.of(ID)
                        .set(numbers)
                        .setOnce(numbers)
                        .merge(objects)
                        .add(numbers)
                        .union(lists)
                        .append(numbers)
                        .remove(numbers)
                        .unset(numbers.keySet())
                        .build());
    }

    @Test
    void build_insideAChain_leavesTheUpdateAsItWas() {
        UpdateBuilder builder = Update.of(ID).set("a", 1).set("b", 2);
        Update first = builder.build();
        Update second = builder.set("c", 3).set("d", 4).build();
        assertThat(first).isEqualTo(Update.of(ID).set(Map.of("a", 1, "b", 2)).build());
        assertThat(second)
                .isEqualTo(Update.of(ID)
                        .set(Map.of("a", 1, "b", 2, "c", 3, "d", 4))
                        .build());
    }

    @Test
    void builder_refusedCall_keepsWhatWasThere() {
        UpdateBuilder builder = Update.of(ID).append("l", 1).append("m", 2);
        assertThatThrownBy(() -> builder.append("l", 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.append("n", new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.append("m", 3)).hasMessageContaining("$append names \"m\" twice");
        assertThat(builder.append("n", 4).build())
                .isEqualTo(Update.of(ID).append(Map.of("l", 1, "m", 2, "n", 4)).build());
    }

    @Test
    void builder_chainAfterCutNames_stillKnowsThatTheyWereCut() {
        Operation cut = Operation.of(Operator.SET, Map.of("long", 1)).truncated(2, 100);
        assertThat(new Reducer(ReducerOptions.defaults())
                        .reduce(
                                null,
                                Update.of(ID)
                                        .operation(cut)
                                        .set("a", 2)
                                        .set("b", 3)
                                        .build())
                        .outcomes())
                .extracting(Outcome::rule)
                .containsExactly(Rule.SET_APPLIED, Rule.SET_APPLIED, Rule.SET_TRUNCATED);
    }

    @Test
    void builder_chainAfterAFlattenedAppend_addsElementsStill() {
        Operation flattened =
                Operation.of(Operator.APPEND, Map.of("a", List.of(1))).flattened();
        Update update = Update.of(ID)
                .operation(flattened)
                .append("b", List.of(2))
                .append("c", List.of(3))
                .build();
        Profile profile =
                new Reducer(ReducerOptions.defaults()).reduce(null, update).after();
        assertThat(Arrays.asList(profile.get("a"), profile.get("b"), profile.get("c")))
                .containsExactly(List.of(1L), List.of(2L), List.of(3L));
    }

    @Test
    void builder_refusedMap_keepsWhatTheChainHad() {
        UpdateBuilder builder = Update.of(ID).append("l", 1).append("m", 2);
        assertThatThrownBy(() -> builder.append(Map.of("m", 3, "n", 4))).isInstanceOf(IllegalArgumentException.class);
        assertThat(builder.append("o", 5).build())
                .isEqualTo(Update.of(ID).append(Map.of("l", 1, "m", 2, "o", 5)).build());
    }

    @Test
    void builder_refusedCallAfterBuild_keepsTheUpdateAndWhatWasThere() {
        UpdateBuilder builder = Update.of(ID).append("l", 1);
        Update first = builder.build();
        assertThatThrownBy(() -> builder.append("l", 2)).isInstanceOf(IllegalArgumentException.class);
        Update second = builder.set("x", 3).build();
        assertThat(first).isEqualTo(Update.of(ID).append("l", 1).build());
        assertThat(second).isEqualTo(Update.of(ID).set("x", 3).append("l", 1).build());
    }
}
