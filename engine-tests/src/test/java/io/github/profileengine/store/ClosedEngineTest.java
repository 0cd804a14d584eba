package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Everything that an engine offers, now or later, refuses to work once the engine is closed. */
class ClosedEngineTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    @TestFactory
    Stream<DynamicTest> everyMethod_afterClose_isRefused() {
        ProfileEngine closed = Engines.builder().build();
        Recording recording = closed.record();
        closed.close();
        closed.close();
        return EngineMethods.all()
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    assertThatThrownBy(() -> method.invoke(closed, EngineMethods.arguments(method, recording)))
                            .hasCauseInstanceOf(IllegalStateException.class)
                            .cause()
                            .hasMessage("the engine is closed");
                }));
    }

    @Test
    void methods_found_areManyAndWorkBeforeClose() throws ReflectiveOperationException {
        assertThat(EngineMethods.all()).hasSizeGreaterThan(20);
        ProfileEngine open = Engines.builder().build();
        for (Method method : EngineMethods.all().toList()) {
            method.invoke(open, EngineMethods.arguments(method, open.record()));
        }
    }

    @Test
    void close_engine_endsItsRecordingsAndLeavesForksAndSnapshotsAlone() {
        ProfileEngine engine = Engines.builder().build();
        engine.apply(Batch.of(Update.of(ADA).set("k", 1).build()));
        Recording recording = engine.record();
        engine.apply(Batch.of(Update.of(ADA).set("k", 2).build()));
        Snapshot snapshot = engine.snapshot();
        ProfileEngine fork = engine.fork();
        engine.close();
        assertThat(recording.isEnded()).isTrue();
        assertThat(recording.poll()).isNotNull();
        assertThat(recording.poll()).isNull();
        assertThat(snapshot.profile(ADA)).isPresent();
        fork.apply(Batch.of(Update.of(ADA).set("k", 3).build()));
        assertThat(fork.profile(ADA).orElseThrow().get("k")).isEqualTo(3L);
    }
}
