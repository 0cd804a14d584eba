package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class BatchResultTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final Update ACCEPTED = Update.of(ADA).set("k", 1).build();

    @Test
    void equals_sameBatchOnEqualEngines_holds() {
        Batch batch = Batch.builder()
                .add(ACCEPTED)
                .alias("p", "lovelace", "ada")
                .add(Update.of(ADA).add("k", "no number").build())
                .add(Update.of(ADA).set("$odd", 1).build())
                .build();
        assertThat(engine().apply(batch)).isEqualTo(engine().apply(batch)).hasSameHashCodeAs(engine().apply(batch));
        BatchResult told = engine().applyWithOutcomes(batch);
        assertThat(told)
                .isEqualTo(engine().applyWithOutcomes(batch))
                .hasSameHashCodeAs(engine().applyWithOutcomes(batch));
        assertThat(told).isNotEqualTo(engine().apply(batch));
    }

    @Test
    void equals_anyPartDiffers_doesNotHold() {
        BatchResult result = engine().apply(Batch.of(ACCEPTED));
        Update rejected = Update.of(ADA).add("k", "no number").build();
        Update suspicious = Update.of(ADA).set("$odd", 1).build();
        assertThat(result)
                .isNotEqualTo(engine().apply(Batch.of(ACCEPTED, ACCEPTED)))
                .isNotEqualTo(engine().apply(Batch.of(rejected)))
                .isNotEqualTo(engine().apply(Batch.of(suspicious)))
                .isNotEqualTo(alias("lovelace", "ada"))
                .isNotEqualTo(null);
        assertThat(alias("lovelace", "ada")).isEqualTo(alias("byron", "ada")).isNotEqualTo(alias("ada", "ada"));
        assertThat(engine().applyWithOutcomes(Batch.of(ACCEPTED)))
                .isNotEqualTo(engine().applyWithOutcomes(
                                Batch.of(Update.of(ADA).set("l", 1).build())));
    }

    @Test
    void equals_ofARejectedUpdate_keepsTheContract() {
        EqualsVerifier.forClass(RejectedUpdate.class).verify();
    }

    private static BatchResult alias(String alias, String id) {
        return engine().apply(Batch.builder().alias("p", alias, id).build());
    }

    private static ProfileEngine engine() {
        return Engines.builder()
                .clock(SimulationClock.startingAt(Instant.EPOCH))
                .strict(true)
                .build();
    }
}
