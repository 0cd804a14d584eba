package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerUnderTest;
import io.github.profileengine.laws.StoreLaws;
import io.github.profileengine.laws.StoreUnderTest;
import io.github.profileengine.laws.StoreUnderTest.EntryResult;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L52, L54 to L56, L58 to L65 and, for ids, L75: batches and many profiles. */
public class BatchProperties extends StoreLaws {
    private static final List<String> OF_ONE_HASH = List.of("AaAa", "AaBB", "BBAa", "BBBB");

    @Property
    void l52_deleteLowersTheCountByOneOnlyIfThereWasOne(@ForAll("updates") List<OracleEntry> batch) {
        StoreUnderTest store = applied(OracleOptions.PLAIN, batch);
        for (OracleId id : profiles(store, batch).keySet()) {
            long expected = store.count() - (store.profile(id) == null ? 0 : 1);
            store.apply(List.of(delete().to(id)));
            assertThat(store.count()).isEqualTo(expected);
            assertThat(store.profile(id)).isNull();
        }
    }

    @Property
    void l54_deleteAbsorbsABatchButNotItsErrors(@ForAll("histories") List<OracleEntry> batch) {
        StoreUnderTest store = store(OracleOptions.DEFAULTS);
        List<EntryResult> alone = store(OracleOptions.DEFAULTS).apply(batch);
        List<EntryResult> results = store.apply(concatenated(batch, List.of(delete())));
        assertThat(store.profile(ID)).isNull();
        assertThat(results.subList(0, batch.size())).isEqualTo(alone);
    }

    @Property
    void l55_whatComesAfterADeleteIsAsInAFreshStore(@ForAll("histories") List<OracleEntry> batch) {
        int cut = batch.size() / 2;
        List<OracleEntry> late = batch.subList(cut, batch.size());
        StoreUnderTest store = store(OracleOptions.DEFAULTS);
        store.apply(concatenated(batch.subList(0, cut), List.of(delete())));
        StoreUnderTest fresh = store(OracleOptions.DEFAULTS);
        assertThat(store.apply(late)).isEqualTo(fresh.apply(late));
        assertThat(store.profile(ID)).isEqualTo(fresh.profile(ID));
    }

    @Property
    void l56_deleteTouchesOneIdOnly(@ForAll("updates") List<OracleEntry> batch) {
        StoreUnderTest store = applied(OracleOptions.PLAIN, batch);
        for (OracleId id : profiles(store, batch).keySet()) {
            Map<OracleId, Map<String, Object>> expected = new HashMap<>(profiles(store, batch));
            expected.put(id, null);
            store.apply(List.of(delete().to(id)));
            assertThat(profiles(store, batch)).isEqualTo(expected);
        }
    }

    @Property
    void l58_aBatchIsALeftFold(@ForAll("updates") List<OracleEntry> batch) {
        StoreUnderTest store = store(OracleOptions.PLAIN);
        List<EntryResult> results = store.apply(batch);
        ReducerUnderTest reducer = subject(OracleOptions.PLAIN);
        Map<OracleId, Object> states = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            OracleUpdate update = (OracleUpdate) batch.get(i);
            ReducerUnderTest.Step step = reducer.reduce(states.get(update.target()), update);
            states.put(update.target(), step.after());
            // The step of a reducer does not report the field.
            assertThat(results.get(i))
                    .isEqualTo(new EntryResult(
                            step.outcomes(), step.rejection(), results.get(i).field(), null));
        }
        Map<OracleId, Map<String, Object>> folded = new HashMap<>();
        states.forEach((id, state) -> folded.put(id, state == null ? null : reducer.read(state)));
        assertThat(profiles(store, batch)).isEqualTo(folded);
    }

    @Property
    void l59_anyCutGivesTheSame(@ForAll("batches") List<OracleEntry> batch) {
        StoreUnderTest whole = store(OracleOptions.DEFAULTS);
        List<EntryResult> results = whole.apply(batch);
        for (int cut : List.of(0, batch.size() / 3, batch.size() / 2, batch.size())) {
            StoreUnderTest parts = store(OracleOptions.DEFAULTS);
            List<EntryResult> both = new ArrayList<>(parts.apply(batch.subList(0, cut)));
            both.addAll(parts.apply(batch.subList(cut, batch.size())));
            assertThat(both).isEqualTo(results);
            sameProfiles(parts, whole, batch);
        }
    }

    @Property
    void l60_neighboursOfDifferentIdsCommute(@ForAll("updates") List<OracleEntry> batch) {
        StoreUnderTest inOrder = store(OracleOptions.DEFAULTS);
        List<EntryResult> results = new ArrayList<>(inOrder.apply(batch));
        List<OracleEntry> swapped = new ArrayList<>(batch);
        for (int i = 1; i < swapped.size(); i++) {
            if (!target(swapped.get(i)).equals(target(swapped.get(i - 1)))) {
                Collections.swap(swapped, i, i - 1);
                Collections.swap(results, i, i - 1);
            }
        }
        StoreUnderTest store = store(OracleOptions.DEFAULTS);
        assertThat(store.apply(swapped)).isEqualTo(results);
        sameProfiles(store, inOrder, batch);
    }

    @Property
    void l61_onlyItsOwnRecordsDecideAProfile(@ForAll("updates") List<OracleEntry> batch) {
        StoreUnderTest store = applied(OracleOptions.DEFAULTS, batch);
        for (OracleId id : profiles(store, batch).keySet()) {
            List<OracleEntry> own =
                    batch.stream().filter(entry -> target(entry).equals(id)).toList();
            assertThat(applied(OracleOptions.DEFAULTS, own).profile(id)).isEqualTo(store.profile(id));
        }
    }

    @Property
    void l62_anEmptyBatchIsNothing(@ForAll("batches") List<OracleEntry> batch) {
        StoreUnderTest store = applied(OracleOptions.DEFAULTS, batch);
        assertThat(store.apply(List.of())).isEmpty();
        sameProfiles(store, applied(OracleOptions.DEFAULTS, batch), batch);
    }

    @Property
    void l63_errorsAreStable(@ForAll("batches") List<OracleEntry> batch) {
        OracleOptions strict = OracleOptions.DEFAULTS.withStrict();
        StoreUnderTest one = store(strict);
        StoreUnderTest other = store(strict);
        assertThat(one.apply(batch)).isEqualTo(other.apply(batch));
        assertThat(one.told()).isEqualTo(other.told());
    }

    @Property
    void l64_everyRecordIsAcceptedOrRejected(@ForAll("batches") List<OracleEntry> batch) {
        StoreUnderTest store = store(OracleOptions.DEFAULTS);
        for (OracleEntry entry : batch) {
            Map<OracleId, Map<String, Object>> before = profiles(store, batch);
            EntryResult result = store.apply(List.of(entry)).get(0);
            boolean rejected = result.rejection() != null;
            assertThat(result.outcomes().stream().anyMatch(o -> o.kind().equals("REJECTED")))
                    .isEqualTo(rejected);
            if (rejected) {
                assertThat(result.outcomes()).hasSize(1);
                assertThat(profiles(store, batch)).isEqualTo(before);
            }
        }
    }

    @Property
    void l65_strictDoesNotChangeWhatPassesIt(@ForAll("batches") List<OracleEntry> batch) {
        List<EntryResult> results = store(OracleOptions.DEFAULTS.withStrict()).apply(batch);
        List<OracleEntry> passing = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (results.get(i).rejection() == null) {
                passing.add(batch.get(i));
            }
        }
        StoreUnderTest strict = applied(OracleOptions.DEFAULTS.withStrict(), batch);
        sameProfiles(strict, applied(OracleOptions.DEFAULTS, passing), batch);
    }

    @Property
    void l75_idsOfEqualHashAreAsAnyOther(@ForAll("updates") List<OracleEntry> batch) {
        List<OracleEntry> colliding = new ArrayList<>();
        for (OracleEntry entry : batch) {
            String id = OF_ONE_HASH.get(colliding.size() % OF_ONE_HASH.size());
            colliding.add(((OracleUpdate) entry).to(OracleId.user("p", id)));
        }
        l61_onlyItsOwnRecordsDecideAProfile(colliding);
    }

    private static OracleId target(OracleEntry entry) {
        return ((OracleUpdate) entry).target();
    }

    private static List<OracleEntry> concatenated(List<OracleEntry> first, List<? extends OracleEntry> second) {
        List<OracleEntry> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
