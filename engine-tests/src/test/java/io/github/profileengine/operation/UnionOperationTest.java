package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $union}. */
class UnionOperationTest {
    private static final Example UNION = Example.of(Operator.UNION);

    @Test
    void union_missingProfile_creates() {
        UNION.check(null, "{'k':[1,1.0,2]}", "{'k':[1,2]}", "k applied");
    }

    @Test
    void union_missingProperty_takesEachValueOnce() {
        UNION.check("{}", "{'k':['a','b','a']}", "{'k':['a','b']}", "k applied");
    }

    @Test
    void union_emptyListOnMissingProperty_isEmptyList() {
        UNION.check("{}", "{'k':[]}", "{'k':[]}", "k applied");
    }

    @Test
    void union_list_addsWhatIsMissingAtTheEnd() {
        UNION.check("{'k':[3,1]}", "{'k':[2,1,0]}", "{'k':[3,1,2,0]}", "k applied");
    }

    @Test
    void union_allThere_isUnchanged() {
        UNION.check("{'k':[1,2]}", "{'k':[2,1]}", "{'k':[1,2]}", "k equal-value");
    }

    @Test
    void union_storedDuplicates_collapse() {
        UNION.check("{'k':[1,2,1]}", "{'k':[]}", "{'k':[1,2]}", "k applied");
    }

    @Test
    void union_valueThatIsNoList_countsAsListOfOne() {
        UNION.check(
                "{'a':[1]}",
                "{'a':2,'b':null,'c':{'x':1}}",
                "{'a':[1,2],'b':[null],'c':[{'x':1}]}",
                "a value-as-list",
                "b value-as-list",
                "c value-as-list");
    }

    @Test
    void union_valueThatIsThere_isUnchanged() {
        UNION.check("{'k':[1]}", "{'k':1}", "{'k':[1]}", "k equal-value");
    }

    @Test
    void union_otherTypes_areIgnored() {
        UNION.check(
                "{'a':null,'b':1,'c':{},'d':'x'}",
                "{'a':[1],'b':[1],'c':[1],'d':['x']}",
                "{'a':null,'b':1,'c':{},'d':'x'}",
                "a on-non-list",
                "b on-non-list",
                "c on-non-list",
                "d on-non-list");
    }

    @Test
    void union_nestedValues_compareByContent() {
        UNION.check(
                "{'k':[[1],{'a':1,'b':2}]}",
                "{'k':[[1.0],{'b':2,'a':1},[2]]}",
                "{'k':[[1],{'a':1,'b':2},[2]]}",
                "k applied");
    }

    @Test
    void union_longText_isTruncatedFirst() {
        UNION.limited()
                .check("{'k':['abcd']}", "{'k':['abcde','x','xxxxx']}", "{'k':['abcd','x','xxxx']}", "k truncated");
    }

    @Test
    void union_emptyOperand_creates() {
        UNION.check(null, "{}", "{}");
    }

    @Test
    void of_operandOfTheWrongType_failsTheRecord() {
        for (Object operand : new Object[] {5, "text", null, true, List.of(1)}) {
            assertThatThrownBy(() -> Operation.of(Operator.UNION, operand))
                    .isInstanceOfSatisfying(InvalidOperandException.class, e -> {
                        assertThat(e.field()).isEqualTo("$union");
                        assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERAND_BAD_TYPE);
                        assertThat(e).hasMessageStartingWith("$union, ");
                    });
        }
    }
}
