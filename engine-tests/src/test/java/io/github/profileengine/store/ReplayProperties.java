package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.Places;
import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.location.Location;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ResolvedLocation;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L79 and M7: what a log contains, and the state that it leads to. */
class ReplayProperties extends EngineLaws {

    private static List<String> texts(ProfileEngine engine) {
        return engine.profiles()
                .map(profile -> profile.id() + profile.canonicalText())
                .toList();
    }

    /** The accepted form needs neither clock, nor alias table, nor locator; it is what is recorded. */
    @Property
    void l79_acceptedUpdatesReplayToTheSameState(@ForAll("entries") List<OracleEntry> batch) {
        EngineStore original =
                new EngineStore(builder(OracleOptions.DEFAULTS.withStrict()).build(), true);
        Recording recording = original.engine().record();
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
        assertThat(updates(recording)).isEqualTo(recorded);
        assertThat(folded(recorded)).isEqualTo(texts(original.engine()));
    }

    private static List<Update> updates(Recording recording) {
        List<Update> updates = new ArrayList<>();
        recording.drain(entry -> {
            if (entry instanceof LogEntry.Slice slice) {
                updates.addAll(slice.updates());
            }
        });
        return updates;
    }

    /** Any merge of the log, on any number of shards and threads, leads to the same state, bit for bit. */
    @Property
    void l79_anyMergeOfTheLogReplaysToTheSameState(@ForAll long seed) {
        Random random = new Random(seed);
        ProfileEngine original =
                builder(OracleOptions.DEFAULTS).shards(ChainStep.shards(random)).build();
        act(original, random);
        Recording recording = original.record();
        act(original, random);
        List<LogEntry> log = new ArrayList<>();
        recording.drain(log::add);
        Snapshot start = recording.takeStart().orElseThrow();
        for (int threads : new int[] {1, 2, 4}) {
            ProfileEngine other = builder(OracleOptions.DEFAULTS)
                    .clock(() -> Instant.EPOCH)
                    .shards(ChainStep.shards(random))
                    .state(start)
                    .build();
            other.replay(LogShuffle.of(log, random), threads);
            assertThat(lines(other.snapshot())).isEqualTo(lines(original.snapshot()));
            assertThat(other.stateHash()).isEqualTo(original.stateHash());
        }
    }

    // A few batches, with everything else that a log can hold in between.
    private static void act(ProfileEngine engine, Random random) {
        EngineStore store = new EngineStore(engine, false);
        Snapshot earlier = engine.snapshot();
        for (int round = 0; round < 4; round++) {
            List<OracleEntry> batch = new ArrayList<>();
            int size = random.nextInt(12);
            for (int i = 0; i < size; i++) {
                batch.add(RandomUpdates.entry(random, List.of("k", "l", "$last_seen"), ShardProperties.CROWD));
            }
            store.apply(batch);
            OracleId some = ShardProperties.CROWD.get(random.nextInt(ShardProperties.CROWD.size()));
            switch (random.nextInt(8)) {
                case 0, 1 -> engine.alias(some.token(), some.id(), "u" + random.nextInt(10));
                case 2 -> engine.clear(some.token());
                case 3 -> engine.restore(earlier);
                case 4 -> earlier = engine.snapshot();
                default -> engine.fork().clear(some.token());
            }
        }
    }

    private static List<String> lines(Snapshot state) {
        return Stream.concat(
                        state.profiles().map(CanonicalRecord::of),
                        state.aliases().map(Alias::canonicalRecord))
                .toList();
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
        if (!update.has(Operator.SET) && !update.has(Operator.SET_ONCE)) {
            return null;
        }
        boolean coordinates = update.coordinates().isPresent();
        Object place = coordinates
                ? List.of(
                        update.coordinates().get().latitude(),
                        update.coordinates().get().longitude())
                : update.ip().orElse("0");
        Map<String, Object> found = Places.TABLE.get(place);
        return found == null || found.isEmpty()
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
        EngineStore asked = new EngineStore(builder(OracleOptions.DEFAULTS).build(), true);
        EngineStore silent = new EngineStore(builder(OracleOptions.DEFAULTS).build(), false);
        List<?> asking =
                asked.apply(batch).stream().map(result -> result.rejection()).toList();
        assertThat(silent.apply(batch).stream().map(result -> result.rejection()))
                .isEqualTo(asking);
        assertThat(texts(silent.engine())).isEqualTo(texts(asked.engine()));
    }
}
