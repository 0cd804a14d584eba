package io.github.profileengine.laws;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleRejection;
import io.github.profileengine.oracle.OracleResult;
import io.github.profileengine.oracle.OracleStore;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import java.util.Map;
import java.util.function.Function;

/** The reference model, or a wrong variant of it, as a subject of the laws. */
public final class OracleReducer implements ReducerUnderTest {
    private final Oracle oracle;
    private final Function<Oracle, OracleStore> stores;

    public OracleReducer(Oracle oracle) {
        this(oracle, model -> new OracleStore(model, Places.TABLE));
    }

    public OracleReducer(Oracle oracle, Function<Oracle, OracleStore> stores) {
        this.oracle = oracle;
        this.stores = stores;
    }

    @Override
    public Object state(OracleId id, Map<String, Object> properties) {
        return OracleValues.canonical(properties);
    }

    @Override
    public Map<String, Object> read(Object state) {
        return OracleValues.object(OracleValues.canonical(state));
    }

    @Override
    public Step reduce(Object before, OracleUpdate update) {
        OracleResult result = oracle.reduce(before == null ? null : OracleValues.object(before), update);
        return new Step(result.after(), result.outcomes(), rule(result.rejection()));
    }

    @Override
    public StoreUnderTest newStore() {
        return new OracleStoreUnderTest(stores.apply(oracle));
    }

    static String rule(OracleRejection rejection) {
        return rejection == null ? null : rejection.rule();
    }
}
