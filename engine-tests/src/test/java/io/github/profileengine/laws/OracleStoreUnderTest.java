package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleResult;
import io.github.profileengine.oracle.OracleStore;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The model's store as a subject of the laws. */
final class OracleStoreUnderTest implements StoreUnderTest {
    private final OracleStore store;

    OracleStoreUnderTest(OracleStore store) {
        this.store = store;
    }

    @Override
    public List<EntryResult> apply(List<? extends OracleEntry> batch) {
        List<EntryResult> results = new ArrayList<>();
        for (OracleEntry entry : batch) {
            if (entry instanceof OracleAlias alias) {
                results.add(new EntryResult(List.of(), null, store.alias(alias)));
            } else {
                OracleResult result = store.apply((OracleUpdate) entry, Places.CLOCK);
                results.add(new EntryResult(result.outcomes(), OracleReducer.rule(result.rejection()), null));
            }
        }
        return results;
    }

    @Override
    public Map<String, Object> profile(OracleId id) {
        return store.profile(id);
    }

    @Override
    public long count() {
        return store.profiles().size();
    }
}
