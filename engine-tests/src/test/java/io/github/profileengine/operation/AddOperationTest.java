package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $add}. */
class AddOperationTest {
    private static final Example ADD = Example.of(Operator.ADD);

    @Test
    void add_missingProfile_creates() {
        ADD.check(null, "{'k':5}", "{'k':5}", "k applied");
    }

    @Test
    void add_missingProperty_isTheOperand() {
        ADD.check("{}", "{'k':0}", "{'k':0}", "k applied");
    }

    @Test
    void add_integers_addsExactly() {
        ADD.check("{'k':9007199254740993}", "{'k':2}", "{'k':9007199254740995}", "k applied");
    }

    @Test
    void add_zero_isUnchanged() {
        ADD.check("{'k':1}", "{'k':0}", "{'k':1}", "k equal-value");
    }

    @Test
    void add_overflow_becomesDouble() {
        ADD.check("{'k':9223372036854775807}", "{'k':1}", "{'k':9.223372036854775808e18}", "k integer-overflow");
    }

    @Test
    void add_overflowToTheSameValue_isUnchanged() {
        ADD.check("{'k':-9223372036854775808}", "{'k':-1}", "{'k':-9223372036854775808}", "k equal-value");
    }

    @Test
    void add_integerAndDouble_addsAsDoubles() {
        ADD.check("{'k':9007199254740993}", "{'k':0.5}", "{'k':9007199254740992}", "k applied");
    }

    @Test
    void add_doublesWithWholeSum_isInteger() {
        ADD.check("{'k':0.5}", "{'k':-1.5}", "{'k':-1}", "k applied");
    }

    @Test
    void add_infiniteSum_isIgnored() {
        ADD.check("{'k':1.7e308}", "{'k':1.7e308}", "{'k':1.7e308}", "k not-finite");
    }

    @Test
    void add_otherTypes_areIgnored() {
        ADD.check(
                "{'a':null,'b':'5','c':[1],'d':{},'e':true}",
                "{'a':1,'b':1,'c':1,'d':1,'e':1}",
                "{'a':null,'b':'5','c':[1],'d':{},'e':true}",
                "a on-non-number",
                "b on-non-number",
                "c on-non-number",
                "d on-non-number",
                "e on-non-number");
    }

    @Test
    void add_valueThatIsNoNumber_isIgnored() {
        ADD.check("{'k':1}", "{'j':'5','k':null}", "{'k':1}", "j bad-operand", "k bad-operand");
    }

    @Test
    void add_badValueOnMissingProfile_createsIt() {
        ADD.check(null, "{'k':'x'}", "{}", "k bad-operand");
    }

    @Test
    void add_longName_isTruncated() {
        ADD.limited().check("{'ab':1}", "{'abc':1}", "{'ab':2}", "ab truncated");
    }

    @Test
    void add_emptyOperand_creates() {
        ADD.check(null, "{}", "{}");
    }

    @Test
    void of_operandOfTheWrongType_failsTheRecord() {
        for (Object operand : new Object[] {5, "text", null, true, List.of(1)}) {
            assertThatThrownBy(() -> Operation.of(Operator.ADD, operand))
                    .isInstanceOfSatisfying(InvalidOperandException.class, e -> {
                        assertThat(e.field()).isEqualTo("$add");
                        assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERAND_BAD_TYPE);
                        assertThat(e).hasMessageStartingWith("$add, ");
                    });
        }
    }
}
