package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.OracleStoreUnderTest;
import io.github.profileengine.laws.Places;
import io.github.profileengine.laws.StoreLaws;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleStore;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An engine together with the model that it must equal, whatever is done to both. */
final class ModelledEngine {
    private final OracleOptions options;
    private final ProfileEngine engine;
    private final SimulationClock clock;
    private OracleStore model;
    private Recording recording;

    private ModelledEngine(OracleOptions options, ProfileEngine engine, SimulationClock clock, OracleStore model) {
        this.options = options;
        this.engine = engine;
        this.clock = clock;
        this.model = model;
    }

    /** An empty engine with an empty model. */
    static ModelledEngine empty(OracleOptions options, int shards) {
        SimulationClock clock = SimulationClock.startingAt(Places.CLOCK);
        ProfileEngine engine =
                EngineStore.builder(options).shards(shards).clock(clock).build();
        return new ModelledEngine(options, engine, clock, new OracleStore(new Oracle(options), Places.TABLE));
    }

    /** What an engine held at one moment, and a copy of the model of that moment. */
    record Moment(Snapshot snapshot, OracleStore model) {}

    Moment moment() {
        return new Moment(engine.snapshot(), model.copy());
    }

    void apply(List<OracleEntry> batch, boolean withOutcomes) {
        EngineStore store = new EngineStore(engine, withOutcomes);
        OracleStoreUnderTest right = new OracleStoreUnderTest(model, clock);
        if (withOutcomes) {
            StoreLaws.sameResults(store.apply(batch), right.apply(batch), batch);
        } else {
            List<Boolean> rejected =
                    store.apply(batch).stream().map(r -> r.rejection() != null).toList();
            assertThat(rejected)
                    .isEqualTo(right.apply(batch).stream()
                            .map(r -> r.rejection() != null)
                            .toList());
        }
    }

    void alias(OracleAlias call) {
        assertThat(engine.alias(call.token(), call.alias(), call.id()).name()).isEqualTo(model.alias(call));
    }

    void clear(String token) {
        engine.clear(token);
        model.clear(token);
    }

    void advance(Duration step) {
        clock.advance(step);
    }

    ModelledEngine fork() {
        SimulationClock copy = clock.copy();
        return new ModelledEngine(options, engine.fork(copy), copy, model.copy());
    }

    void restore(Moment moment) {
        engine.restore(moment.snapshot);
        model = moment.model.copy();
    }

    /** Creates an engine that starts with a moment. */
    ModelledEngine begin(Moment moment, int shards) {
        SimulationClock copy = clock.copy();
        ProfileEngine fresh = EngineStore.builder(options)
                .shards(shards)
                .clock(copy)
                .state(moment.snapshot)
                .build();
        return new ModelledEngine(options, fresh, copy, moment.model.copy());
    }

    boolean isRecorded() {
        return recording != null;
    }

    void record() {
        recording = engine.record();
    }

    /** Ends the recording, and replays it onto its start in another engine. */
    void replay(int shards, int threads, Random shuffle) {
        recording.close();
        List<LogEntry> log = new ArrayList<>();
        recording.drain(log::add);
        try (ProfileEngine other = EngineStore.builder(options)
                .shards(shards)
                // All times must come from the log, not from this clock.
                .clock(SimulationClock.startingAt(Places.CLOCK.minusSeconds(1_000_000)))
                .locator(address -> {
                    throw new AssertionError("a replay locates nothing");
                })
                .state(recording.takeStart().orElseThrow())
                .build()) {
            other.replay(LogShuffle.of(log, shuffle), threads);
            assertThat(contents(other.snapshot())).isEqualTo(contents(engine.snapshot()));
            assertThat(other.stateHash()).isEqualTo(engine.stateHash());
        }
        recording = null;
    }

    /** Checks that every way to read the engine gives what the model holds. */
    void check() {
        check(engine.snapshot(), model);
        Map<ProfileId, Map<String, Object>> live = new TreeMap<>();
        engine.profiles().forEach(profile -> live.put(profile.id(), EngineUpdates.read(profile)));
        assertThat(live).isEqualTo(contents(model));
        assertThat(engine.count()).isEqualTo(live.size());
        List<ProfileId> ids = List.copyOf(live.keySet());
        assertThat(engine.profiles(ids).stream().map(Profile::id)).isEqualTo(ids);
        for (ProfileId id : ids) {
            assertThat(engine.profile(id).map(EngineUpdates::read)).contains(live.get(id));
        }
        for (String token : engine.tokens()) {
            assertThat(engine.count(token)).isEqualTo(engine.profiles(token).count());
        }
        for (OracleAlias alias : model.aliases()) {
            assertThat(engine.resolve(alias.token(), alias.alias()))
                    .isEqualTo(model.resolve(OracleId.user(alias.token(), alias.alias()))
                            .id());
        }
    }

    static void check(Moment moment) {
        check(moment.snapshot, moment.model);
    }

    private static void check(Snapshot snapshot, OracleStore model) {
        assertThat(contents(snapshot)).isEqualTo(contents(model));
        assertThat(snapshot.count()).isEqualTo(model.profiles().size());
        assertThat(snapshot.aliases().map(Alias::canonicalRecord).collect(Collectors.toSet()))
                .isEqualTo(model.aliases().stream()
                        .map(alias -> new Alias(alias.token(), alias.alias(), alias.id()).canonicalRecord())
                        .collect(Collectors.toSet()));
    }

    private static Map<ProfileId, Map<String, Object>> contents(Snapshot snapshot) {
        Map<ProfileId, Map<String, Object>> contents = new TreeMap<>();
        snapshot.profiles().forEach(profile -> contents.put(profile.id(), EngineUpdates.read(profile)));
        return contents;
    }

    private static Map<ProfileId, Map<String, Object>> contents(OracleStore model) {
        Map<ProfileId, Map<String, Object>> contents = new TreeMap<>();
        model.profiles().forEach((id, properties) -> contents.put(EngineUpdates.id(id), properties));
        return contents;
    }

    void close() {
        engine.close();
    }
}
