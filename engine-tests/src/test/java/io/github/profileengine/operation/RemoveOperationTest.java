package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $remove}. */
class RemoveOperationTest {
    private static final Example REMOVE = Example.of(Operator.REMOVE);

    @Test
    void remove_missingProfile_staysMissing() {
        REMOVE.check(null, "{'k':1}", null, "k absent");
    }

    @Test
    void remove_missingProperty_staysMissing() {
        REMOVE.check("{'j':[1]}", "{'k':1}", "{'j':[1]}", "k absent");
    }

    @Test
    void remove_element_takesAllEqualOnes() {
        REMOVE.check("{'k':[1,2,1.0,3,1]}", "{'k':1}", "{'k':[2,3]}", "k applied");
    }

    @Test
    void remove_listOperand_namesElements() {
        REMOVE.check("{'k':['a','b','c','b']}", "{'k':['b','c','x']}", "{'k':['a']}", "k applied");
    }

    @Test
    void remove_lastElement_leavesEmptyList() {
        REMOVE.check("{'k':[1]}", "{'k':1}", "{'k':[]}", "k applied");
    }

    @Test
    void remove_wrappedList_takesTheList() {
        REMOVE.check("{'k':[1,[1]]}", "{'k':[[1]]}", "{'k':[1]}", "k applied");
    }

    @Test
    void remove_emptyList_takesNothing() {
        REMOVE.check("{'k':[[]]}", "{'k':[]}", "{'k':[[]]}", "k absent");
    }

    @Test
    void remove_elementThatIsNotThere_isUnchanged() {
        REMOVE.check("{'k':[1]}", "{'k':'1'}", "{'k':[1]}", "k absent");
    }

    @Test
    void remove_otherTypes_areIgnored() {
        REMOVE.check(
                "{'a':null,'b':1,'c':{},'d':'x'}",
                "{'a':null,'b':1,'c':{},'d':'x'}",
                "{'a':null,'b':1,'c':{},'d':'x'}",
                "a on-non-list",
                "b on-non-list",
                "c on-non-list",
                "d on-non-list");
    }

    @Test
    void remove_longText_findsWhatWasCut() {
        REMOVE.limited().check("{'k':['abcd',1]}", "{'k':'abcde'}", "{'k':[1]}", "k truncated");
    }

    @Test
    void remove_emptyOperand_createsNothing() {
        REMOVE.check(null, "{}", null);
    }

    @Test
    void of_operandOfTheWrongType_failsTheRecord() {
        for (Object operand : new Object[] {5, "text", null, true, List.of(1)}) {
            assertThatThrownBy(() -> Operation.of(Operator.REMOVE, operand))
                    .isInstanceOfSatisfying(InvalidOperandException.class, e -> {
                        assertThat(e.field()).isEqualTo("$remove");
                        assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERAND_BAD_TYPE);
                        assertThat(e).hasMessageStartingWith("$remove, ");
                    });
        }
    }
}
