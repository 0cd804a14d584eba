package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Reduction;
import java.util.List;
import java.util.Map;

/** The engine's reducer as a subject of the laws. */
public final class EngineReducer implements ReducerUnderTest {
    private final OracleOptions options;
    private final Reducer reducer;

    public EngineReducer(OracleOptions options) {
        this.options = options;
        this.reducer = new Reducer(EngineUpdates.options(options));
    }

    @Override
    public Object state(OracleId id, Map<String, Object> properties) {
        return Profile.of(EngineUpdates.id(id), properties);
    }

    @Override
    public Map<String, Object> read(Object state) {
        return EngineUpdates.read((Profile) state);
    }

    @Override
    public Step reduce(Object before, OracleUpdate update) {
        EngineUpdates.Built built = EngineUpdates.build(update);
        if (built.rejection() != null) {
            return new Step(before, List.of(EngineUpdates.rejected(built.rejection())), built.rejection());
        }
        Reduction reduction = reducer.reduce((Profile) before, built.update());
        String rejection = reduction.rejection().map(r -> r.rule().ruleName()).orElse(null);
        return new Step(reduction.after(), EngineUpdates.outcomes(reduction.outcomes()), rejection);
    }

    @Override
    public StoreUnderTest newStore() {
        return new EngineStore(options, true);
    }
}
