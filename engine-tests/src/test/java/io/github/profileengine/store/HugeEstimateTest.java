package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.value.ValueBuilder;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class HugeEstimateTest {
    /** An estimate that is cut off at the largest int still exceeds a bound. */
    @Test
    void maxBytes_valueWhoseEstimateIsTheLargest_refusesTheNextProfile() {
        Object thousand = ValueBuilder.copyOf(Collections.nCopies(1_000, 1L), 9);
        Object million = ValueBuilder.copyOf(Collections.nCopies(1_000, thousand), 9);
        Object most = ValueBuilder.copyOf(Collections.nCopies(80, million), 9);
        try (ProfileEngine engine =
                Engines.builder().bounds(EngineBounds.OFF.withMaxBytes(5_000)).build()) {
            engine.apply(
                    Batch.of(Update.of(ProfileId.user("p", "a")).set("k", most).build()));
            // Estimates of records are cut off per value, those of objects per profile.
            assertThat(engine.stats().estimatedBytes()).isGreaterThanOrEqualTo(Integer.MAX_VALUE);
            assertThat(engine.apply(Batch.of(Update.of(ProfileId.user("p", "b"))
                                    .set("k", 1)
                                    .build()))
                            .rejected())
                    .isEqualTo(1);
            engine.apply(Batch.of(Update.of(ProfileId.user("p", "a")).unset("k").build()));
            assertThat(engine.stats().estimatedBytes()).isBetween(1L, 1_000L);
        }
    }

    /** Estimates are cut off per profile when they are reported, not when they are added up. */
    @Test
    void estimatedBytes_ofAHugeProfileOfAnotherEngine_areGoneWithIt() {
        Object thousand = ValueBuilder.copyOf(Collections.nCopies(1_000, 1L), 9);
        Object million = ValueBuilder.copyOf(Collections.nCopies(1_000, thousand), 9);
        Object huge = ValueBuilder.copyOf(Collections.nCopies(40, million), 9);
        ProfileId ada = ProfileId.user("p", "ada");
        try (ProfileEngine engine = Engines.builder().shards(2).build()) {
            engine.apply(Batch.of(
                    Update.of(ada).set("x", huge).set("y", huge).set("z", huge).build(),
                    Update.of(ProfileId.user("p", "bob")).set("k", 1).build()));
            try (ProfileEngine other =
                    Engines.builder().shards(1).state(engine.snapshot()).build()) {
                assertThat(other.stats().estimatedBytes())
                        .isEqualTo(engine.stats().estimatedBytes());
                other.apply(Batch.of(Update.of(ada).delete().build()));
                assertThat(other.stats().estimatedBytes()).isBetween(1L, 1_000L);
            }
        }
    }
}
