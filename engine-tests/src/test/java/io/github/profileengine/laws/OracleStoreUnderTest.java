package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleRejection;
import io.github.profileengine.oracle.OracleResult;
import io.github.profileengine.oracle.OracleStore;
import io.github.profileengine.oracle.OracleUpdate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The model's store as a subject of the laws. */
public final class OracleStoreUnderTest implements StoreUnderTest {
    private final OracleStore store;
    private final InstantSource clock;

    OracleStoreUnderTest(OracleStore store) {
        this(store, () -> Places.CLOCK);
    }

    public OracleStoreUnderTest(OracleStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<EntryResult> apply(List<? extends OracleEntry> batch) {
        List<EntryResult> results = new ArrayList<>();
        for (OracleEntry entry : batch) {
            if (entry instanceof OracleAlias alias) {
                results.add(new EntryResult(List.of(), null, null, store.alias(alias)));
            } else {
                OracleResult result = store.apply((OracleUpdate) entry, clock.instant());
                OracleRejection failed = result.rejection();
                results.add(new EntryResult(
                        result.outcomes(), OracleReducer.rule(failed), failed == null ? null : failed.field(), null));
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
