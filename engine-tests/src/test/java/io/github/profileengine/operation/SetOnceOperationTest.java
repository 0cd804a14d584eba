package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $set_once}. */
class SetOnceOperationTest {
    private static final Example SET_ONCE = Example.of(Operator.SET_ONCE);

    @Test
    void setOnce_missingProfile_creates() {
        SET_ONCE.check(null, "{'k':1}", "{'k':1}", "k applied");
    }

    @Test
    void setOnce_missingProperty_sets() {
        SET_ONCE.check("{'j':0}", "{'k':null}", "{'j':0,'k':null}", "k applied");
    }

    @Test
    void setOnce_present_stays() {
        SET_ONCE.check("{'k':1}", "{'k':2}", "{'k':1}", "k present");
    }

    @Test
    void setOnce_presentOfOtherType_stays() {
        SET_ONCE.check("{'k':[1]}", "{'k':'x'}", "{'k':[1]}", "k present");
    }

    @Test
    void setOnce_emptyValues_arePresent() {
        SET_ONCE.check(
                "{'a':null,'b':'','c':0,'d':false,'e':[],'f':{}}",
                "{'a':1,'b':1,'c':1,'d':1,'e':1,'f':1}",
                "{'a':null,'b':'','c':0,'d':false,'e':[],'f':{}}",
                "a present",
                "b present",
                "c present",
                "d present",
                "e present",
                "f present");
    }

    @Test
    void setOnce_oneThereOneNot_setsTheOther() {
        SET_ONCE.check("{'a':1}", "{'a':2,'b':2}", "{'a':1,'b':2}", "a present", "b applied");
    }

    @Test
    void setOnce_emptyOperand_creates() {
        SET_ONCE.check(null, "{}", "{}");
    }

    @Test
    void setOnce_longText_isTruncated() {
        SET_ONCE.limited().check("{}", "{'k':'abcde'}", "{'k':'abcd'}", "k truncated");
    }

    @Test
    void of_operandOfTheWrongType_failsTheRecord() {
        for (Object operand : new Object[] {5, "text", null, true, List.of(1)}) {
            assertThatThrownBy(() -> Operation.of(Operator.SET_ONCE, operand))
                    .isInstanceOfSatisfying(InvalidOperandException.class, e -> {
                        assertThat(e.field()).isEqualTo("$set_once");
                        assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERAND_BAD_TYPE);
                        assertThat(e).hasMessageStartingWith("$set_once, ");
                    });
        }
    }
}
