package io.github.profileengine.testdouble.fault;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.reducer.Update;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Brings the content of a request to the engine: all at once and in order, unless it is disturbed. Called by many
 * threads.
 */
public interface UpdateDelivery {
    /**
     * Delivers the valid updates of a request.
     *
     * @param places maps the position of an update in the list to its place in the payload
     * @return the result of each update, by its position in the list
     */
    List<DeliveredUpdate> deliver(List<Update> updates, IntUnaryOperator places);

    /** Delivers an identity call. */
    AliasResult alias(Alias alias);
}
