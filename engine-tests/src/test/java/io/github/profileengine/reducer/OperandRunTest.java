package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Consecutive calls that name one property each. */
class OperandRunTest {
    private static final ProfileId ID = ProfileId.user("p", "u");

    /** Long names are not cached, so each call has another instance of the name. */
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
            // Another operator in between; the interrupted run goes on afterwards.
            if (call % 5 == 4) {
                chain.add("c" + call, call);
                adds.put("c" + call, call);
            }
            chain.set(name, call);
            sets.put(name, call);
        }
        assertThat(chain.build()).isEqualTo(Update.of(ID).set(sets).add(adds).build());
    }

    /** A bound against hanging: if each call searched all names before it, this would take minutes. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void builder_chainOfVeryManyNames_endsSoon() {
        UpdateBuilder chain = Update.of(ID);
        for (int call = 0; call < 250_000; call++) {
            chain.set("n" + call, call);
        }
        assertThat(chain.build().operations().get(0).count()).isEqualTo(250_000);
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

    /** A log could not say that they were flattened or cut, so a replay from a file would lead to another state. */
    @Test
    void builder_operationThatWasFlattenedOrCut_isRefusedAndKeepsWhatWasThere() {
        Operation cut = Operation.of(Operator.SET, Map.of("long", 1)).truncated(2, 100);
        Operation flattened =
                Operation.of(Operator.APPEND, Map.of("a", List.of(1))).flattened();
        for (Operation made : List.of(cut, flattened)) {
            assertThatThrownBy(() -> Update.of(ID).operation(made))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(made.operator().symbol() + " was flattened or cut to limits");
            UpdateBuilder chain = Update.of(ID).set("s", 1).set("t", 2).append("b", 3);
            assertThatThrownBy(() -> chain.operation(made)).isInstanceOf(IllegalArgumentException.class);
            assertThat(chain.append("c", 4).build())
                    .isEqualTo(Update.of(ID)
                            .set(Map.of("s", 1, "t", 2))
                            .append(Map.of("b", 3, "c", 4))
                            .build());
        }
    }

    @Test
    void builder_operationThatNothingFlattenedOrCut_isTaken() {
        Operation fits = Operation.of(Operator.SET, Map.of("long", 1)).truncated(4, 100);
        assertThat(Update.of(ID).operation(fits.flattened()).build())
                .isEqualTo(Update.of(ID).set("long", 1).build());
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
