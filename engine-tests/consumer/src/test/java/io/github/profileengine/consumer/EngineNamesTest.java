package io.github.profileengine.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.location.CidrLocator;
import io.github.profileengine.location.Location;
import io.github.profileengine.location.Locator;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineNamesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final ProfileId ANNA = ProfileId.user("token", "anna");
    private static final Update NAMED = Update.of(ANNA).set("name", "Anna").build();

    @Test
    void engine_appliedBatch_isRead() {
        try (ProfileEngine engine = engine()) {
            BatchResult result = engine.apply(Batch.of(List.of(NAMED)));

            assertThat(result.size()).isEqualTo(1);
            assertThat(result.accepted()).isEqualTo(1);
            assertThat(result.rejected()).isZero();
            assertThat(result.rejections()).isEmpty();
            assertThat(result.warnings()).isEmpty();
            Profile profile = engine.profile(ANNA).orElseThrow();
            assertThat(profile.created()).contains(NOW);
            assertThat(profile.lastSeen()).contains(NOW);
            assertThat(engine.count()).isEqualTo(1);
            assertThat(engine.count("token")).isEqualTo(1);
            assertThat(engine.tokens()).containsExactly("token");
            assertThat(engine.profiles()).containsExactly(profile);
            assertThat(engine.profiles("token")).containsExactly(profile);
            engine.clear("token");
            assertThat(engine.count()).isZero();
        }
    }

    @Test
    void engine_batchWithAlias_resolvesLaterUpdates() {
        try (ProfileEngine engine = engine()) {
            Update byAlias =
                    Update.of(ProfileId.user("token", "a")).set("name", "Anna").build();

            BatchResult result = engine.applyWithOutcomes(
                    Batch.builder().alias("token", "a", "anna").add(byAlias).build());

            assertThat(result.aliasResult(0)).contains(AliasResult.MAPPED);
            assertThat(result.outcomes(1)).hasSize(1);
            assertThat(engine.profile(ANNA)).isPresent();
            assertThat(engine.alias("token", "a", "anna")).isEqualTo(AliasResult.UNCHANGED);
            assertThat(engine.alias("token", "a", "bert")).isEqualTo(AliasResult.REFUSED);
        }
    }

    private static ProfileEngine engine() {
        Locator table = CidrLocator.builder()
                .put("192.0.2.0/24", new Location("Oslo", "Oslo", "NO", "Europe/Oslo"))
                .build();
        return ProfileEngine.builder()
                .clock(() -> NOW)
                .limits(Limits.OFF)
                .strict(false)
                .flattenAppendedLists(false)
                .automaticCreated(true)
                .automaticLastSeen(true)
                .locator(table)
                .build();
    }
}
