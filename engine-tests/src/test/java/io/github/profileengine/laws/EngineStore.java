package io.github.profileengine.laws;

import io.github.profileengine.location.Coordinates;
import io.github.profileengine.location.IpAddress;
import io.github.profileengine.location.Location;
import io.github.profileengine.location.Locator;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
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

    /** Updates that cannot even be built are not part of the engine's batch, but of the answer. */
    @Override
    public List<EntryResult> apply(List<? extends OracleEntry> batch) {
        Batch.Builder builder = Batch.builder();
        List<String> unbuilt = new ArrayList<>();
        for (OracleEntry entry : batch) {
            if (entry instanceof OracleAlias alias) {
                builder.alias(alias.token(), alias.alias(), alias.id());
                unbuilt.add(null);
            } else {
                EngineUpdates.Built built = EngineUpdates.build((OracleUpdate) entry);
                unbuilt.add(built.rejection());
                if (built.update() != null) {
                    builder.add(built.update());
                }
            }
        }
        BatchResult result = withOutcomes ? engine.applyWithOutcomes(builder.build()) : engine.apply(builder.build());
        return results(unbuilt, result);
    }

    private List<EntryResult> results(List<String> unbuilt, BatchResult result) {
        Map<Integer, String> rejections = new HashMap<>();
        for (RejectedUpdate rejected : result.rejections()) {
            rejections.put(rejected.index(), rejected.rule().ruleName());
        }
        List<EntryResult> results = new ArrayList<>();
        int index = 0;
        for (String rule : unbuilt) {
            if (rule != null) {
                results.add(new EntryResult(List.of(EngineUpdates.rejected(rule)), rule, null));
            } else {
                results.add(new EntryResult(
                        withOutcomes ? EngineUpdates.outcomes(result.outcomes(index)) : List.of(),
                        rejections.get(index),
                        result.aliasResult(index).map(Enum::name).orElse(null)));
                index++;
            }
        }
        return results;
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
