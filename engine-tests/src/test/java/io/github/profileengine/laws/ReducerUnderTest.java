package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOutcome;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.List;
import java.util.Map;

/**
 * A reducer against which the laws are checked: that of the engine, the reference model, or a deliberately wrong one. A
 * state is opaque, so that a state that came out of a chain of updates keeps its inner shape. Null is bottom: no
 * profile.
 */
public interface ReducerUnderTest {

    Object state(OracleId id, Map<String, Object> properties);

    /** The properties now, as a copy. */
    Map<String, Object> read(Object state);

    Step reduce(Object before, OracleUpdate update);

    /** A fresh store that folds with this reducer. */
    StoreUnderTest newStore();

    /** One step; {@code rejection} is the rule name of a rejected record, else null. */
    record Step(Object after, List<OracleOutcome> outcomes, String rejection) {}
}
