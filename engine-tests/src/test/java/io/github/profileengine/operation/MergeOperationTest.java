package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $merge}. */
class MergeOperationTest {
    private static final Example MERGE = Example.of(Operator.MERGE);

    @Test
    void merge_missingProfile_creates() {
        MERGE.check(null, "{'k':{'a':1}}", "{'k':{'a':1}}", "k applied");
    }

    @Test
    void merge_missingProperty_isTheOperand() {
        MERGE.check("{}", "{'k':{}}", "{'k':{}}", "k applied");
    }

    @Test
    void merge_object_mergesOneLevelDeep() {
        MERGE.check(
                "{'k':{'a':{'x':1},'b':2}}",
                "{'k':{'a':{'y':1},'c':null}}",
                "{'k':{'a':{'y':1},'b':2,'c':null}}",
                "k applied");
    }

    @Test
    void merge_sameKeys_isUnchanged() {
        MERGE.check("{'k':{'a':1,'b':2}}", "{'k':{'b':2}}", "{'k':{'a':1,'b':2}}", "k equal-value");
    }

    @Test
    void merge_otherTypes_areIgnored() {
        MERGE.check(
                "{'a':null,'b':[],'c':'x'}",
                "{'a':{},'b':{'x':1},'c':{}}",
                "{'a':null,'b':[],'c':'x'}",
                "a on-non-object",
                "b on-non-object",
                "c on-non-object");
    }

    @Test
    void merge_valueThatIsNoObject_isIgnored() {
        MERGE.check("{'k':{'a':1}}", "{'j':null,'k':[1]}", "{'k':{'a':1}}", "j bad-operand", "k bad-operand");
    }

    @Test
    void merge_badValueOnOtherType_tellsOfTheValue() {
        MERGE.check("{'k':1}", "{'k':2}", "{'k':1}", "k bad-operand");
    }

    @Test
    void merge_longText_isTruncated() {
        MERGE.limited().check("{'k':{'a':1}}", "{'k':{'b':'abcde'}}", "{'k':{'a':1,'b':'abcd'}}", "k truncated");
    }

    @Test
    void merge_emptyOperand_creates() {
        MERGE.check(null, "{}", "{}");
    }

    @Test
    void of_operandOfTheWrongType_failsTheRecord() {
        for (Object operand : new Object[] {5, "text", null, true, List.of(1)}) {
            assertThatThrownBy(() -> Operation.of(Operator.MERGE, operand))
                    .isInstanceOfSatisfying(InvalidOperandException.class, e -> {
                        assertThat(e.field()).isEqualTo("$merge");
                        assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERAND_BAD_TYPE);
                        assertThat(e).hasMessageStartingWith("$merge, ");
                    });
        }
    }
}
