package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The decision table of {@code $delete}. */
class DeleteOperationTest {
    private static final Example DELETE = Example.of(Operator.DELETE);

    @Test
    void delete_missingProfile_isUnchanged() {
        DELETE.check(null, "''", null, "absent");
    }

    @Test
    void delete_profile_goes() {
        DELETE.check("{'k':1}", "''", null, "applied");
    }

    @Test
    void delete_emptyProfile_goes() {
        DELETE.check("{}", "''", null, "applied");
    }

    @Test
    void delete_anyOperand_isIgnored() {
        DELETE.check("{'k':1}", "[{'k':5}]", null, "applied");
    }

    @Test
    void of_anyOperand_isForgotten() {
        for (Object operand : new Object[] {null, 5, "x", List.of(1), Map.of("k", 1)}) {
            assertThat(Operation.of(Operator.DELETE, operand).operand()).isNull();
            assertThat(Operation.of(Operator.DELETE, operand).propertyNames()).isEmpty();
        }
    }
}
