package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.Places;
import io.github.profileengine.laws.StoreLaws;
import io.github.profileengine.location.Location;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ResolvedLocation;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L70, L79 and M7: what cannot be seen from outside. */
class ReplayProperties extends StoreLaws {

    @Property(tries = 200)
    void l70_theNumberOfShardsIsInvisible(@ForAll("batches") List<OracleEntry> batch) {
        EngineStore first = sharded(1);
        List<?> results = first.apply(batch);
        for (int shards : new int[] {2, 16, 64}) {
            EngineStore other = sharded(shards);
            assertThat(other.apply(batch)).isEqualTo(results);
            assertThat(texts(other.engine())).isEqualTo(texts(first.engine()));
        }
    }

    private static EngineStore sharded(int shards) {
        return new EngineStore(
                ProfileEngine.builder().shards(shards).clock(() -> Places.CLOCK).build(), true);
    }

    private static List<String> texts(ProfileEngine engine) {
        return engine.profiles()
                .map(profile -> profile.id() + profile.canonicalText())
                .toList();
    }

    /** The accepted form needs neither clock, nor alias table, nor locator. */
    @Property
    void l79_acceptedUpdatesReplayToTheSameState(@ForAll("batches") List<OracleEntry> batch) {
        EngineStore original = new EngineStore(OracleOptions.DEFAULTS.withStrict(), true);
        List<Update> recorded = new ArrayList<>();
        for (OracleEntry entry : batch) {
            ProfileEngine engine = original.engine();
            if (entry instanceof OracleAlias) {
                original.apply(List.of(entry));
            } else if (original.apply(List.of(entry)).get(0).rejection() == null) {
                recorded.add(accepted((OracleUpdate) entry, engine));
            }
        }
        assertThat(recorded).allMatch(Update::isAccepted);
        assertThat(folded(recorded)).isEqualTo(texts(original.engine()));
    }

    private static List<String> folded(List<Update> recorded) {
        Reducer reducer = new Reducer(EngineUpdates.options(OracleOptions.DEFAULTS));
        Map<ProfileId, Profile> profiles = new TreeMap<>();
        for (Update update : recorded) {
            Profile after =
                    reducer.reduce(profiles.get(update.target()), update).after();
            if (after == null) {
                profiles.remove(update.target());
            } else {
                profiles.put(update.target(), after);
            }
        }
        return profiles.values().stream()
                .map(profile -> profile.id() + profile.canonicalText())
                .toList();
    }

    private static Update accepted(OracleUpdate sent, ProfileEngine engine) {
        Update update = EngineUpdates.update(sent);
        OracleId id = sent.target();
        ProfileId target = EngineUpdates.id(id);
        boolean literal = id.isGroup() || sent.ignoreAlias();
        return update.accepted(
                literal ? target : target.withId(engine.resolve(id.token(), id.id())),
                update.time().orElse(Places.CLOCK),
                located(update));
    }

    private static ResolvedLocation located(Update update) {
        boolean coordinates = update.coordinates().isPresent();
        Object place = coordinates
                ? List.of(
                        update.coordinates().get().latitude(),
                        update.coordinates().get().longitude())
                : update.ip().orElse("0");
        Map<String, Object> found = Places.TABLE.get(place);
        return found == null
                ? null
                : new ResolvedLocation(
                        new Location(
                                (String) found.get("$city"),
                                (String) found.get("$region"),
                                (String) found.get("$country_code"),
                                (String) found.get("$timezone")),
                        coordinates);
    }

    @Property
    void m7_askingForOutcomesChangesNothing(@ForAll("batches") List<OracleEntry> batch) {
        EngineStore asked = new EngineStore(OracleOptions.DEFAULTS, true);
        EngineStore silent = new EngineStore(OracleOptions.DEFAULTS, false);
        List<?> asking =
                asked.apply(batch).stream().map(result -> result.rejection()).toList();
        assertThat(silent.apply(batch).stream().map(result -> result.rejection()))
                .isEqualTo(asking);
        assertThat(texts(silent.engine())).isEqualTo(texts(asked.engine()));
    }
}
