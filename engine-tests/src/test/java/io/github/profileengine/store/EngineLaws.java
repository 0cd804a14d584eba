package io.github.profileengine.store;

import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.StoreLaws;
import io.github.profileengine.oracle.OracleOptions;

/** Base class of the laws about engines. They also run on wrong stores; see {@link WrongEnginesTest}. */
class EngineLaws extends StoreLaws {
    private StoreParts parts = Engines.parts();

    void on(StoreParts others) {
        parts = others;
    }

    /** As {@link Engines#builder}. */
    ProfileEngineBuilder builder() {
        return Engines.builder().parts(parts);
    }

    /** As {@link EngineStore#builder}. */
    ProfileEngineBuilder builder(OracleOptions options) {
        return EngineStore.builder(options).parts(parts);
    }
}
