package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.StoreUnderTest.EntryResult;
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

/** Base class of the laws about batches. */
public class StoreLaws extends ReducerLaws {
    /**
     * Building an update finds these faults in the order of the builder's calls. On the wire, their order is fixed. So
     * of two such faults in one update, the engine may report another one than the model.
     */
    private static final Set<String> FOUND_WHEN_BUILT = Set.of(
            EngineUpdates.BAD_VALUE,
            "record-json-bad-text",
            "record-json-bad-number",
            "record-time-bad",
            "record-operator-missing",
            "record-operator-not-for-groups",
            "record-operand-bad-type");

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

    /** Checks that the engine's results are the model's, entry for entry. */
    public static void sameResults(
            List<EntryResult> actual, List<EntryResult> expected, List<? extends OracleEntry> batch) {
        for (int i = 0; i < batch.size(); i++) {
            boolean unbuilt =
                    bothUnbuilt(actual.get(i).rejection(), expected.get(i).rejection());
            assertThat(actual.get(i))
                    .as("%s: %s", i, batch.get(i))
                    .isEqualTo(unbuilt ? actual.get(i) : expected.get(i));
        }
    }

    static boolean bothUnbuilt(String actual, String expected) {
        return actual != null
                && expected != null
                && FOUND_WHEN_BUILT.contains(actual)
                && FOUND_WHEN_BUILT.contains(expected);
    }

    protected static void sameProfiles(StoreUnderTest a, StoreUnderTest b, List<? extends OracleEntry> batch) {
        assertThat(profiles(a, batch)).isEqualTo(profiles(b, batch));
        assertThat(a.count()).isEqualTo(b.count());
    }
}
