package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the laws of batches share. */
public class StoreLaws extends ReducerLaws {

    protected StoreUnderTest store(OracleOptions options) {
        return subject(options).newStore();
    }

    protected StoreUnderTest applied(OracleOptions options, List<? extends OracleEntry> batch) {
        StoreUnderTest store = store(options);
        store.apply(batch);
        return store;
    }

    /** Every profile that the batch can have reached, null where there is none. */
    protected static Map<OracleId, Map<String, Object>> profiles(
            StoreUnderTest store, List<? extends OracleEntry> batch) {
        Map<OracleId, Map<String, Object>> profiles = new LinkedHashMap<>();
        reachable(batch).forEach(id -> profiles.put(id, store.profile(id)));
        return profiles;
    }

    private static Set<OracleId> reachable(List<? extends OracleEntry> batch) {
        Set<OracleId> ids = new LinkedHashSet<>();
        for (OracleEntry entry : batch) {
            if (entry instanceof OracleAlias alias) {
                ids.add(OracleId.user(alias.token(), alias.alias()));
                ids.add(OracleId.user(alias.token(), alias.id()));
            } else {
                ids.add(((OracleUpdate) entry).target());
            }
        }
        return ids;
    }

    protected static void sameProfiles(StoreUnderTest a, StoreUnderTest b, List<? extends OracleEntry> batch) {
        assertThat(profiles(a, batch)).isEqualTo(profiles(b, batch));
        assertThat(a.count()).isEqualTo(b.count());
    }
}
