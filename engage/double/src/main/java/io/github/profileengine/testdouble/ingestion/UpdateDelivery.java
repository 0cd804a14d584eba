package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.BatchResult;
import java.util.List;

/** How the valid updates of a request reach the engine: all at once and in order, unless faults are planned. */
@FunctionalInterface
public interface UpdateDelivery {
    /** Applies updates; the result, with outcomes, speaks of each by its place in the list. */
    BatchResult deliver(List<Update> updates);
}
