package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $set}. */
class SetOperationTest {
    private static final Example SET = Example.of(Operator.SET);

    @Test
    void set_missingProfile_creates() {
        SET.check(null, "{'k':1}", "{'k':1}", "k applied");
    }

    @Test
    void set_missingProperty_sets() {
        SET.check("{'j':0}", "{'k':null}", "{'j':0,'k':null}", "k applied");
    }

    @Test
    void set_otherValue_replacesWhole() {
        SET.check("{'k':{'a':1}}", "{'k':{'b':2}}", "{'k':{'b':2}}", "k applied");
    }

    @Test
    void set_otherType_replaces() {
        SET.check("{'k':'x'}", "{'k':[1]}", "{'k':[1]}", "k applied");
    }

    @Test
    void set_equalValue_isUnchanged() {
        SET.check("{'k':[1,null]}", "{'k':[1.0,null]}", "{'k':[1,null]}", "k equal-value");
    }

    @Test
    void set_storedNull_isThere() {
        SET.check("{'k':null}", "{'k':null}", "{'k':null}", "k equal-value");
    }

    @Test
    void set_emptyOperand_creates() {
        SET.check(null, "{}", "{}");
    }

    @Test
    void set_emptyOperand_changesNothing() {
        SET.check("{'k':1}", "{}", "{'k':1}");
    }

    @Test
    void set_emptyList_isReadAsObject() {
        SET.check("{'k':1}", "[]", "{'k':1}");
    }

    @Test
    void set_longText_isTruncated() {
        SET.limited().check("{'k':1}", "{'k':'abcde'}", "{'k':'abcd'}", "k truncated");
    }

    @Test
    void set_longName_isTruncated() {
        SET.limited().check("{}", "{'abc':1}", "{'ab':1}", "ab truncated");
    }

    @Test
    void set_truncatedToTheStoredValue_isUnchanged() {
        SET.limited().check("{'k':'abcd'}", "{'k':'abcde'}", "{'k':'abcd'}", "k equal-value");
    }

    @Test
    void of_operandOfTheWrongType_failsTheRecord() {
        for (Object operand : new Object[] {5, "text", null, true, List.of(1)}) {
            assertThatThrownBy(() -> Operation.of(Operator.SET, operand))
                    .isInstanceOfSatisfying(InvalidOperandException.class, e -> {
                        assertThat(e.field()).isEqualTo("$set");
                        assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERAND_BAD_TYPE);
                        assertThat(e).hasMessageStartingWith("$set, ");
                    });
        }
    }

    @Test
    void of_javaValues_areCanonical() {
        Operation operation = Operation.of(Operator.SET, Map.of("k", 1.0, "a", List.of(2)));
        assertThat(operation.operand()).isEqualTo(Map.of("k", 1L, "a", List.of(2L)));
        assertThat(operation.propertyNames()).containsExactly("a", "k");
        assertThat(operation.operator()).isEqualTo(Operator.SET);
    }

    @Test
    void of_argumentChangedLater_staysAsItWas() {
        List<Object> inner = new ArrayList<>(List.of(1));
        Map<String, Object> operand = new HashMap<>(Map.of("k", inner));
        Operation operation = Operation.of(Operator.SET, operand);
        inner.add(2);
        operand.put("j", 3);
        assertThat(operation.operand()).isEqualTo(Map.of("k", List.of(1L)));
    }

    @Test
    void of_moreThan99Levels_isRefused() {
        Object deep = 1;
        for (int level = 0; level < 98; level++) {
            deep = List.of(deep);
        }
        Object deepest = deep;
        Operation.of(Operator.SET, Map.of("k", deepest));
        assertThatThrownBy(() -> Operation.of(Operator.SET, Map.of("k", List.of(deepest))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_valuesThatAreNoJson_areRefused() {
        for (Object value : new Object[] {Double.NaN, Double.NEGATIVE_INFINITY, "\ud800", new Object()}) {
            assertThatThrownBy(() -> Operation.of(Operator.SET, Map.of("k", value)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void equals_sameOperatorAndOperand() {
        Operation set = Operation.of(Operator.SET, Map.of("k", 1));
        assertThat(set)
                .isEqualTo(Operation.of(Operator.SET, Map.of("k", 1.0)))
                .hasSameHashCodeAs(Operation.of(Operator.SET, Map.of("k", 1L)));
        assertThat(set).isNotEqualTo(Operation.of(Operator.SET_ONCE, Map.of("k", 1)));
        assertThat(set).isNotEqualTo(Operation.of(Operator.SET, Map.of("k", 2)));
    }
}
