package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The end of a recording between two batches. */
class RecordingEndTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private static Batch add() {
        return Batch.of(Update.of(ADA).add("n", 1).build());
    }

    @Test
    void end_recording_givesTheStateThatItsLogLeadsTo() {
        ProfileEngine engine = Engines.builder().build();
        engine.apply(add());
        Recording recording = engine.record();
        engine.apply(add());
        Snapshot end = engine.end(recording);
        engine.apply(add());

        List<LogEntry> log = new ArrayList<>();
        recording.drain(log::add);
        ProfileEngine other =
                Engines.builder().state(recording.takeStart().orElseThrow()).build();
        other.replay(log);
        assertThat(recording.isEnded()).isTrue();
        assertThat(other.snapshot()).isEqualTo(end);
        assertThat(end.profile(ADA).orElseThrow().get("n")).isEqualTo(2L);
    }

    @Test
    void end_recordingThatHasEnded_isRefused() {
        ProfileEngine engine = Engines.builder().build();
        Recording recording = engine.record();
        recording.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.end(recording))
                .withMessage("the recording has ended before, so the state at its end is not known");
        engine.apply(add());
        assertThatIllegalStateException().isThrownBy(() -> engine.end(recording));
    }

    @Test
    void end_recordingOfAnotherEngine_isRefusedAndGoesOn() {
        Recording recording = Engines.builder().build().record();
        assertThatIllegalStateException()
                .isThrownBy(() -> Engines.builder().build().end(recording))
                .withMessage("the recording is another engine's");
        assertThat(recording.isEnded()).isFalse();
    }
}
