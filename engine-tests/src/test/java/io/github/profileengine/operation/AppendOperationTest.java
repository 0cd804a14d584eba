package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $append}. */
class AppendOperationTest {
    private static final Example APPEND = Example.of(Operator.APPEND);

    @Test
    void append_missingProfile_creates() {
        APPEND.check(null, "{'k':1}", "{'k':[1]}", "k applied");
    }

    @Test
    void append_missingProperty_isListOfOne() {
        APPEND.check("{}", "{'k':null}", "{'k':[null]}", "k applied");
    }

    @Test
    void append_list_addsAtTheEnd() {
        APPEND.check("{'k':[2,1]}", "{'k':1}", "{'k':[2,1,1]}", "k applied");
    }

    @Test
    void append_listOperand_isOneElement() {
        APPEND.check("{'k':[1]}", "{'k':[2,3]}", "{'k':[1,[2,3]]}", "k applied");
    }

    @Test
    void append_otherTypes_areIgnored() {
        APPEND.check(
                "{'a':null,'b':1,'c':{},'d':'x'}",
                "{'a':1,'b':1,'c':1,'d':1}",
                "{'a':null,'b':1,'c':{},'d':'x'}",
                "a on-non-list",
                "b on-non-list",
                "c on-non-list",
                "d on-non-list");
    }

    @Test
    void append_flattenedList_addsItsElements() {
        APPEND.flattening().check("{'k':[1]}", "{'k':[1,[2]]}", "{'k':[1,1,[2]]}", "k applied");
    }

    @Test
    void append_flattenedEmptyList_isUnchanged() {
        APPEND.flattening().check("{'k':[1]}", "{'k':[]}", "{'k':[1]}", "k equal-value");
    }

    @Test
    void append_flattenedOtherValue_isOneElement() {
        APPEND.flattening().check("{'k':[1]}", "{'k':2}", "{'k':[1,2]}", "k applied");
    }

    @Test
    void append_flattenedOnOtherType_isIgnored() {
        APPEND.flattening().check("{'k':1}", "{'k':[2]}", "{'k':1}", "k on-non-list");
    }

    @Test
    void append_longText_isTruncated() {
        APPEND.limited().check("{'k':[]}", "{'k':'abcde'}", "{'k':['abcd']}", "k truncated");
    }

    @Test
    void append_emptyOperand_creates() {
        APPEND.check(null, "{}", "{}");
    }

    @Test
    void of_operandOfTheWrongType_failsTheRecord() {
        for (Object operand : new Object[] {5, "text", null, true, List.of(1)}) {
            assertThatThrownBy(() -> Operation.of(Operator.APPEND, operand))
                    .isInstanceOfSatisfying(InvalidOperandException.class, e -> {
                        assertThat(e.field()).isEqualTo("$append");
                        assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERAND_BAD_TYPE);
                        assertThat(e).hasMessageStartingWith("$append, ");
                    });
        }
    }
}
