package io.github.profileengine.testdouble.fault;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.reducer.Update;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * How what a request holds reaches the engine: all at once and in order, unless it is disturbed. Called by many
 * threads.
 */
public interface UpdateDelivery {
    /**
     * Delivers the valid updates of a request.
     *
     * @param places where in the payload the update at a position of the list is
     * @return what became of each, by its position in the list
     */
    List<DeliveredUpdate> deliver(List<Update> updates, IntUnaryOperator places);

    /** Delivers an identity call. */
    AliasResult alias(Alias alias);
}
