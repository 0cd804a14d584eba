package io.github.profileengine.testdouble.fault;

import io.github.profileengine.operation.Operator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A disturbance that may have made a property differ. Immutable.
 *
 * @param disturbance the disturbance
 * @param operator the operator of the disturbed update that writes the property. Null if none does: then every update
 *     writes the property automatically, or it differs because updates were judged differently
 */
public record Blame(Disturbance disturbance, @Nullable Operator operator) {
    Map<String, Object> members() {
        Map<String, Object> members = disturbance.members();
        if (operator != null) {
            members.put("operator", operator.symbol());
        }
        return members;
    }
}
