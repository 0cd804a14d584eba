package io.github.profileengine.laws;

import io.github.profileengine.location.Coordinates;
import io.github.profileengine.location.IpAddress;
import io.github.profileengine.location.Location;
import io.github.profileengine.location.Locator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleOutcome;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.ProfileEngineBuilder;
import io.github.profileengine.store.RejectedUpdate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine as a subject of the laws: one batch of the laws is one batch of the engine. */
public final class EngineStore implements StoreUnderTest {
    private final ProfileEngine engine;
    private final boolean withOutcomes;
    private final List<String> told = new ArrayList<>();

    public EngineStore(OracleOptions options, boolean withOutcomes) {
        this(builder(options).build(), withOutcomes);
    }

    public EngineStore(ProfileEngine engine, boolean withOutcomes) {
        this.engine = engine;
        this.withOutcomes = withOutcomes;
    }

    /** An engine with these options in the fixed world of {@link Places}. */
    public static ProfileEngineBuilder builder(OracleOptions options) {
        return Engines.builder()
                .options(EngineUpdates.options(options))
                .clock(() -> Places.CLOCK)
                .locator(new PlacesLocator());
    }

    public ProfileEngine engine() {
        return engine;
    }

    /** Updates that cannot even be built are not part of the engine's batch, but they are part of the answer. */
    @Override
    public List<EntryResult> apply(List<? extends OracleEntry> batch) {
        Batch.Builder builder = Batch.builder();
        List<EngineUpdates.Built> built = new ArrayList<>();
        for (OracleEntry entry : batch) {
            if (entry instanceof OracleAlias alias) {
                builder.alias(alias.token(), alias.alias(), alias.id());
                built.add(new EngineUpdates.Built(null, null, null));
            } else {
                EngineUpdates.Built one = EngineUpdates.build((OracleUpdate) entry);
                built.add(one);
                if (one.update() != null) {
                    builder.add(one.update());
                }
            }
        }
        BatchResult result = withOutcomes ? engine.applyWithOutcomes(builder.build()) : engine.apply(builder.build());
        return results(built, result);
    }

    private List<EntryResult> results(List<EngineUpdates.Built> built, BatchResult result) {
        told.clear();
        Map<Integer, RejectedUpdate> rejections = new HashMap<>();
        for (RejectedUpdate rejected : result.rejections()) {
            rejections.put(rejected.index(), rejected);
            told.add(rejected.toString());
        }
        List<EntryResult> results = new ArrayList<>();
        int index = 0;
        for (EngineUpdates.Built one : built) {
            if (one.rejection() != null) {
                List<OracleOutcome> outcomes = List.of(EngineUpdates.rejected(one.rejection()));
                results.add(new EntryResult(outcomes, one.rejection(), one.field(), null));
            } else {
                List<Outcome> outcomes = withOutcomes ? result.outcomes(index) : List.of();
                outcomes.forEach(outcome -> told.add(outcome.explanation()));
                RejectedUpdate rejected = rejections.get(index);
                results.add(new EntryResult(
                        EngineUpdates.outcomes(outcomes),
                        rejected == null ? null : rejected.rule().ruleName(),
                        rejected == null ? null : rejected.field(),
                        result.aliasResult(index).map(Enum::name).orElse(null)));
                index++;
            }
        }
        return results;
    }

    @Override
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public Map<String, Object> profile(OracleId id) {
        return engine.profile(EngineUpdates.id(id)).map(EngineUpdates::read).orElse(null);
    }

    @Override
    public long count() {
        return engine.count();
    }

    /** Knows the places of {@link Places}. */
    private static final class PlacesLocator implements Locator {
        @Override
        public Optional<Location> locate(IpAddress address) {
            return Places.TABLE.entrySet().stream()
                    .filter(place -> place.getKey() instanceof String text
                            && IpAddress.parse(text).equals(Optional.of(address)))
                    .findAny()
                    .flatMap(place -> location(place.getValue()));
        }

        @Override
        public Optional<Location> locate(Coordinates coordinates) {
            return location(Places.TABLE.get(List.of(coordinates.latitude(), coordinates.longitude())));
        }

        private static Optional<Location> location(Map<String, Object> place) {
            return Optional.ofNullable(place)
                    .map(found -> new Location(
                            (String) found.get("$city"),
                            (String) found.get("$region"),
                            (String) found.get("$country_code"),
                            (String) found.get("$timezone")));
        }
    }
}
