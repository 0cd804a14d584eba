package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import org.junit.jupiter.api.Test;

/** What an engine, its batches and its recordings say of themselves: counts, nothing of the profiles. */
class EngineTextsTest {
    private static final Batch BATCH = Batch.builder()
            .add(Update.of(ProfileId.user("p", "ada")).set("k", "secret").build())
            .alias("p", "lovelace", "ada")
            .add(Update.of(ProfileId.user("p", "bob")).set("k", "secret").build())
            .build();

    @Test
    void toString_batch_countsItsEntries() {
        assertThat(BATCH).hasToString("2 updates, 1 alias calls");
    }

    @Test
    void toString_engine_countsItsContent() {
        ProfileEngine engine = Engines.builder().build();
        engine.apply(BATCH);
        assertThat(engine).hasToString("2 profiles, 1 aliases");
        engine.close();
        assertThat(engine).hasToString("2 profiles, 1 aliases, closed");
    }

    @Test
    void toString_recording_countsWhatIsToBeTaken() {
        ProfileEngine engine = Engines.builder().shards(1).build();
        Recording recording = engine.record();
        engine.apply(BATCH);
        assertThat(recording).hasToString("2 entries to take");
        recording.close();
        recording.poll();
        assertThat(recording).hasToString("1 entries to take, ended");
    }

    @Test
    void options_anyEngine_areThoseItWasBuiltWith() {
        ReducerOptions options =
                ReducerOptions.defaults().withStrict(true).withLimits(Limits.DOCUMENTED.withMaxProperties(7));
        ProfileEngine engine = Engines.builder().options(options).build();
        assertThat(engine.options()).isEqualTo(options);
        assertThat(engine.fork().options()).isEqualTo(options);
    }
}
