package io.github.profileengine.testdouble.fault;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.RejectedUpdate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of an update that was delivered. Immutable.
 *
 * @param outcomes what each operator did to each property; a rejected update has one outcome, which says why
 * @param field the field at fault; null if the update was accepted
 * @param disturbance how the delivery differed from what was sent; null if it did not
 */
public record DeliveredUpdate(
        List<Outcome> outcomes,
        @Nullable String field,
        @Nullable Disturbance disturbance) {
    /** Copies the list. */
    public DeliveredUpdate {
        outcomes = List.copyOf(outcomes);
    }

    DeliveredUpdate with(Disturbance its) {
        return new DeliveredUpdate(outcomes, field, its);
    }

    /** The results of the updates of a batch, which holds only updates and was applied with outcomes. */
    static List<DeliveredUpdate> of(BatchResult result) {
        List<DeliveredUpdate> all = new ArrayList<>(result.size());
        for (int index = 0; index < result.size(); index++) {
            all.add(new DeliveredUpdate(result.outcomes(index), null, null));
        }
        for (RejectedUpdate refused : result.rejections()) {
            all.set(refused.index(), new DeliveredUpdate(result.outcomes(refused.index()), refused.field(), null));
        }
        return all;
    }
}
