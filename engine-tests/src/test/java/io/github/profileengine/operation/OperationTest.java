package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all operations have in common. */
class OperationTest {
    private static final Operation SET = Operation.of(Operator.SET, Map.of("a", 1, "b", "text"));

    @Test
    void equals_operatorAndOperandOnly() {
        assertThat(SET)
                .isEqualTo(Operation.of(Operator.SET, Map.of("b", "text", "a", 1.0)))
                .hasSameHashCodeAs(Operation.of(Operator.SET, Map.of("b", "text", "a", 1.0)))
                .isNotEqualTo(Operation.of(Operator.SET_ONCE, Map.of("a", 1, "b", "text")))
                .isNotEqualTo(Operation.of(Operator.SET, Map.of("a", 1)))
                .isNotEqualTo(null);
        assertThat(Operation.of(Operator.UNSET, "a")).isNotEqualTo(Operation.of(Operator.UNSET, List.of("a")));
    }

    @Test
    void hashCode_otherOperatorOrOperand_differs() {
        assertThat(SET.hashCode())
                .isNotEqualTo(Operation.of(Operator.SET_ONCE, Map.of("a", 1, "b", "text"))
                        .hashCode())
                .isNotEqualTo(Operation.of(Operator.SET, Map.of("a", 1)).hashCode());
    }

    @Test
    void toString_symbolAndOperand_areShown() {
        assertThat(Operation.of(Operator.ADD, Map.of("n", 1))).hasToString("$add {n=1}");
        assertThat(Operation.of(Operator.UNSET, "n")).hasToString("$unset n");
    }

    @Test
    void propertyNames_otherPlace_isRefused() {
        for (Operation operation : List.of(SET, Operation.of(Operator.SET, Map.of("a", 1)))) {
            List<String> names = operation.propertyNames();
            assertThat(names).hasSize(operation.count()).startsWith("a");
            assertThat(operation.operandAt(0)).isEqualTo(1L);
            for (int place : new int[] {-1, names.size()}) {
                assertThatThrownBy(() -> names.get(place)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> operation.operandAt(place)).isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    @Test
    void of_wholeOperandOfAnotherType_isRefused() {
        for (Object operand : new Object[] {null, 5, "x", List.of(1)}) {
            assertThatThrownBy(() -> Operation.of(Operator.SET, operand)).isInstanceOf(InvalidOperandException.class);
        }
        assertThat(Operation.of(Operator.SET, List.of()).operand()).isEqualTo(Map.of());
    }

    @Test
    void without_name_leavesTheOthers() {
        assertThat(SET.without(Name.of("a"))).isEqualTo(Operation.of(Operator.SET, Map.of("b", "text")));
        assertThat(SET.without(Name.of("x"))).isSameAs(SET);
        Operation unset = Operation.of(Operator.UNSET, List.of("a"));
        assertThat(unset.without(Name.of("a"))).isSameAs(unset);
    }

    @Test
    void plus_sameOperator_letsTheLaterWin() {
        assertThat(SET.plus(Operation.of(Operator.SET, Map.of("b", 2, "c", 3))))
                .isEqualTo(Operation.of(Operator.SET, Map.of("a", 1, "b", 2, "c", 3)));
        Operation delete = Operation.of(Operator.DELETE, null);
        assertThat(delete.plus(Operation.of(Operator.DELETE, "x"))).isSameAs(delete);
        assertThat(Operation.of(Operator.UNSET, "a").plus(Operation.of(Operator.UNSET, List.of("b"))))
                .isEqualTo(Operation.of(Operator.UNSET, List.of("a", "b")));
    }

    @Test
    void plus_namesToUnset_areBareTextOnlyIfTheFirstIs() {
        Operation bare = Operation.of(Operator.UNSET, "a");
        Operation listed = Operation.of(Operator.UNSET, List.of("a"));
        assertThat(bare.plus(bare)).isEqualTo(bare);
        assertThat(listed.plus(listed)).isEqualTo(listed);
    }

    @Test
    void plus_otherOperator_isRefused() {
        assertThatThrownBy(() -> SET.plus(Operation.of(Operator.ADD, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot join operations of different operators: $set and $add");
    }

    @Test
    void plus_flattenedOrCut_isRefusedOnEitherSide() {
        Operation append = Operation.of(Operator.APPEND, Map.of("abc", List.of(1)));
        for (Operation made : List.of(append.flattened(), append.truncated(2, 9))) {
            assertThatThrownBy(() -> append.plus(made)).hasMessageStartingWith("$append was flattened or cut");
            assertThatThrownBy(() -> made.plus(append)).hasMessageStartingWith("$append was flattened or cut");
        }
    }

    @Test
    void flattened_noAppend_isTheSame() {
        assertThat(SET.flattened()).isSameAs(SET);
        Operation flat = Operation.of(Operator.APPEND, Map.of("l", List.of(1))).flattened();
        assertThat(flat.flattened()).isSameAs(flat);
    }

    @Test
    void truncated_whatFits_isTheSame() {
        assertThat(SET.truncated(1, 4)).isSameAs(SET);
        assertThat(SET.truncated(1, 3)).isEqualTo(Operation.of(Operator.SET, Map.of("a", 1, "b", "tex")));
    }

    @Test
    void truncated_anyDepth_cutsNamesAndTexts() {
        Operation deep = Operation.of(
                Operator.SET, Map.of("name", List.of("text", Map.of("inner", List.of("\ud83d\ude00\ud83d\ude00")))));
        assertThat(deep.truncated(2, 5))
                .isEqualTo(Operation.of(
                        Operator.SET, Map.of("na", List.of("text", Map.of("in", List.of("\ud83d\ude00"))))));
        Operation emoji = Operation.of(Operator.SET, Map.of("\ud83d\ude00\ud83d\ude00", 1));
        assertThat(emoji.truncated(2, 9)).isSameAs(emoji);
        assertThat(emoji.truncated(1, 9)).isEqualTo(Operation.of(Operator.SET, Map.of("\ud83d\ude00", 1)));
    }

    @Test
    void flattened_afterACut_stillSaysSo() {
        Operation cut = Operation.of(Operator.APPEND, Map.of("abc", 1)).truncated(2, 9);
        CurrentValue absent = CurrentValue.of(CurrentValue.ABSENT);
        for (Operation append : List.of(cut, cut.flattened())) {
            assertThat(append.decidingRule(0, absent, append.after(absent, 1L))).isEqualTo(Rule.APPEND_TRUNCATED);
        }
    }

    @Test
    void delete_ofOneProperty_takesItAway() {
        Operation delete = Operation.of(Operator.DELETE, null);
        CurrentValue present = CurrentValue.of(1L);
        CurrentValue absent = CurrentValue.of(CurrentValue.ABSENT);
        assertThat(delete.after(present, null)).isSameAs(CurrentValue.ABSENT);
        assertThat(delete.rule(present, null, CurrentValue.ABSENT)).isEqualTo(Rule.DELETE_APPLIED);
        assertThat(delete.after(absent, null)).isSameAs(CurrentValue.KEEP);
        assertThat(delete.rule(absent, null, CurrentValue.KEEP)).isEqualTo(Rule.DELETE_ABSENT);
    }
}
