package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.laws.StoreUnderTest.EntryResult;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.profile.CanonicalRecord;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law L70: the number of shards of an engine cannot be observed. */
class ShardProperties extends EngineLaws {
    /** Enough ids for every shard of a few shards, and for some of many: users and groups of several projects. */
    static final List<OracleId> CROWD = crowd();

    private static List<OracleId> crowd() {
        List<OracleId> ids = new ArrayList<>();
        for (String token : List.of("p", "q", "r")) {
            for (int i = 0; i < 10; i++) {
                ids.add(OracleId.user(token, "u" + i));
            }
            for (int i = 0; i < 3; i++) {
                ids.add(OracleId.group(token, "company", "u" + i));
                ids.add(OracleId.group(token, "team", "u" + i));
            }
        }
        return ids;
    }

    @Provide
    Arbitrary<List<OracleEntry>> crowds() {
        return Arbitraries.randomValue(random -> RandomUpdates.entry(random, List.of("k", "l", "m"), CROWD))
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Integer> otherShards() {
        return Arbitraries.of(2, 16, 64, 1_024);
    }

    @Property
    void l70_theNumberOfShardsIsInvisible(
            @ForAll("crowds") List<OracleEntry> batch, @ForAll boolean strict, @ForAll("otherShards") int shards) {
        OracleOptions options = strict ? OracleOptions.DEFAULTS.withStrict() : OracleOptions.DEFAULTS;
        assertThat(Seen.after(batch, builder(options).shards(shards)))
                .isEqualTo(Seen.after(batch, builder(options).shards(1)));
    }

    /** All that can be observed of an engine, except its number of shards, and how evenly and fast it works. */
    private record Seen(List<EntryResult> results, List<String> lines, List<String> aliases, List<Object> counts) {
        static Seen after(List<OracleEntry> batch, ProfileEngineBuilder builder) {
            try (ProfileEngine engine = builder.build()) {
                List<EntryResult> results = new EngineStore(engine, true).apply(batch);
                EngineStats stats = engine.stats();
                return new Seen(
                        results,
                        engine.profiles().map(CanonicalRecord::of).toList(),
                        engine.snapshot().aliases().map(Object::toString).toList(),
                        List.of(
                                engine.tokens(),
                                engine.count(),
                                engine.count("q"),
                                engine.stateHash(),
                                stats.accepted(),
                                stats.rejected(),
                                stats.outcomes(),
                                stats.estimatedBytes(),
                                stats.aliases()));
            }
        }
    }
}
