package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.Places;
import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Law L70 with bounds: who is refused depends on the order of updates only, not on shards, batches or forks. */
class EngineBoundsProperties {
    private static final List<OracleId> IDS = ShardProperties.CROWD;

    @Property
    void whoIsRefused_dependsOnTheOrderOnly(@ForAll long seed) {
        Random random = new Random(seed);
        EngineBounds bounds = bounds(random);
        BoundedFold fold = new BoundedFold(bounds);
        ProfileEngine engine = Engines.builder()
                .clock(() -> Places.CLOCK)
                .bounds(bounds)
                .shards(ChainStep.shards(random))
                .build();
        for (int round = 0; round < 6; round++) {
            applyBoth(engine, fold, updates(random));
            if (random.nextInt(3) == 0) {
                String token = IDS.get(random.nextInt(IDS.size())).token();
                engine.clear(token);
                fold.clear(token);
            }
            engine = successor(engine, random);
        }
    }

    // Bounds stay in force in a fork, and in an engine that restores its state, directly or by way of other shards.
    private static ProfileEngine successor(ProfileEngine engine, Random random) {
        switch (random.nextInt(4)) {
            case 0:
                return engine.fork();
            case 1:
                engine.restore(engine.snapshot());
                return engine;
            case 2:
                engine.restore(Engines.builder()
                        .shards(ChainStep.shards(random))
                        .state(engine.snapshot())
                        .build()
                        .snapshot());
                return engine;
            default:
                return engine;
        }
    }

    private static void applyBoth(ProfileEngine engine, BoundedFold fold, List<Update> updates) {
        List<String> expected = new ArrayList<>();
        for (int index = 0; index < updates.size(); index++) {
            Rule refused = fold.apply(updates.get(index), Places.CLOCK);
            if (refused != null) {
                expected.add(index + " " + refused);
            }
        }
        BatchResult result = engine.apply(Batch.of(updates));
        assertThat(result.rejections().stream().map(r -> r.index() + " " + r.rule()))
                .isEqualTo(expected);
        Map<ProfileId, Profile> profiles =
                engine.profiles().collect(Collectors.toMap(Profile::id, Function.identity()));
        assertThat(profiles).isEqualTo(fold.profiles());
    }

    private static List<Update> updates(Random random) {
        List<OracleUpdate> updates = new ArrayList<>();
        int size = random.nextInt(25);
        for (int i = 0; i < size; i++) {
            updates.add(RandomUpdates.plain(random, List.of("k", "l", "m"), IDS));
        }
        return EngineUpdates.built(updates);
    }

    /** Each bound is set now and then, so low that it is reached. Batches that cannot reach it are applied by shard. */
    private static EngineBounds bounds(Random random) {
        EngineBounds bounds = EngineBounds.OFF;
        if (random.nextBoolean()) {
            bounds = bounds.withMaxProfiles(1 + random.nextInt(20));
        }
        if (random.nextInt(3) == 0) {
            bounds = bounds.withMaxBytes(1 + random.nextInt(mostBytes(random)));
        }
        if (random.nextInt(3) == 0) {
            bounds = bounds.withMaxProjectProfiles(1 + random.nextInt(8));
        }
        return random.nextInt(3) == 0 ? bounds.withMaxProjectBytes(1 + random.nextInt(mostBytes(random) / 2)) : bounds;
    }

    private static int mostBytes(Random random) {
        return random.nextBoolean() ? 8_000 : 30_000;
    }
}
