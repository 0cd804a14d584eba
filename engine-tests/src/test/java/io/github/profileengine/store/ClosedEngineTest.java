package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Everything that an engine offers, now or later, refuses to work once the engine is closed. */
class ClosedEngineTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(Batch.class, Batch.of()),
            Map.entry(ProfileId.class, ADA),
            Map.entry(Collection.class, List.of()),
            Map.entry(String.class, "p"),
            Map.entry(Snapshot.class, Snapshot.builder().build()),
            Map.entry(InstantSource.class, InstantSource.system()),
            Map.entry(RecordingOverflow.class, RecordingOverflow.END_RECORDING),
            Map.entry(FeedOverflow.class, FeedOverflow.FAIL_SUBSCRIBER),
            Map.entry(Executor.class, (Executor) Runnable::run),
            Map.entry(Iterable.class, List.of()),
            Map.entry(long.class, 1L),
            Map.entry(int.class, 1));

    @TestFactory
    Stream<DynamicTest> everyMethod_afterClose_isRefused() {
        ProfileEngine closed = Engines.builder().build();
        Recording recording = closed.record();
        closed.close();
        closed.close();
        return methods()
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> {
                    assertThatThrownBy(() -> method.invoke(closed, arguments(method, recording)))
                            .hasCauseInstanceOf(IllegalStateException.class)
                            .cause()
                            .hasMessage("the engine is closed");
                }));
    }

    private static Stream<Method> methods() {
        return Arrays.stream(ProfileEngine.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !Set.of("close", "toString").contains(method.getName()));
    }

    @Test
    void methods_found_areManyAndWorkBeforeClose() throws ReflectiveOperationException {
        assertThat(methods()).hasSizeGreaterThan(20);
        ProfileEngine open = Engines.builder().build();
        for (Method method : methods().toList()) {
            method.invoke(open, arguments(method, open.record()));
        }
    }

    private static Object[] arguments(Method method, Recording recording) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == Recording.class ? recording : ARGUMENTS.get(type))
                .peek(argument -> assertThat(argument).as("an argument").isNotNull())
                .toArray();
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
