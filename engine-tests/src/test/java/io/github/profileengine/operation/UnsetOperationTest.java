package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $unset}. */
class UnsetOperationTest {
    private static final Example UNSET = Example.of(Operator.UNSET);

    @Test
    void unset_missingProfile_staysMissing() {
        UNSET.check(null, "['k']", null, "k absent");
    }

    @Test
    void unset_missingProperty_isUnchanged() {
        UNSET.check("{'k':1}", "['j']", "{'k':1}", "j absent");
    }

    @Test
    void unset_property_goes() {
        UNSET.check("{'j':null,'k':1}", "['j']", "{'k':1}", "j applied");
    }

    @Test
    void unset_lastProperty_leavesEmptyProfile() {
        UNSET.check("{'k':1}", "['k']", "{}", "k applied");
    }

    @Test
    void unset_manyNames_givesOneOutcomeEachByName() {
        UNSET.check("{'a':1,'b':2}", "['b','x','a','b']", "{}", "a applied", "b applied", "x absent");
    }

    @Test
    void unset_bareText_isOneName() {
        UNSET.check("{'k':1}", "'k'", "{}", "k applied");
    }

    @Test
    void unset_reservedName_goes() {
        UNSET.check("{'$created':1,'$email':2}", "['$created','$email']", "{}", "$created applied", "$email applied");
    }

    @Test
    void unset_dots_areNoPath() {
        UNSET.check("{'a':{'b':1}}", "['a.b']", "{'a':{'b':1}}", "a.b absent");
    }

    @Test
    void unset_longName_findsWhatWasCut() {
        UNSET.limited().check("{'ab':1}", "['abc','abd']", "{}", "ab truncated");
    }

    @Test
    void unset_emptyList_changesNothing() {
        UNSET.check("{'k':1}", "[]", "{'k':1}");
    }

    @Test
    void of_operandOfTheWrongType_failsTheRecord() {
        for (Object operand : new Object[] {5, null, true, Map.of(), List.of("k", 1), List.of(List.of("k"))}) {
            assertThatThrownBy(() -> Operation.of(Operator.UNSET, operand))
                    .isInstanceOfSatisfying(InvalidOperandException.class, e -> {
                        assertThat(e.field()).isEqualTo("$unset");
                        assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERAND_BAD_TYPE);
                        assertThat(e).hasMessageStartingWith("$unset, ");
                    });
        }
    }

    @Test
    void of_names_areTheOperand() {
        assertThat(Operation.of(Operator.UNSET, List.of("b", "a", "b")).propertyNames())
                .containsExactly("a", "b");
        assertThat(Operation.of(Operator.UNSET, "a").propertyNames()).containsExactly("a");
    }
}
