package io.github.profileengine.testdouble.fault;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.reducer.Update;
import java.util.List;

/**
 * How what a request holds reaches the engine: all at once and in order, unless it is disturbed. Called by many
 * threads.
 */
public interface UpdateDelivery {
    /** Delivers the valid updates of a request; what became of each, by its place in the list. */
    List<DeliveredUpdate> deliver(List<Update> updates);

    /** Delivers an identity call. */
    AliasResult alias(Alias alias);
}
