package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.profile.ProfileId;
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

/** All public methods of an engine, with arguments that each of them takes. */
final class EngineMethods {
    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(Batch.class, Batch.of()),
            Map.entry(ProfileId.class, ProfileId.user("p", "ada")),
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

    private EngineMethods() {}

    static Stream<Method> all() {
        return Arrays.stream(ProfileEngine.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !Set.of("close", "toString").contains(method.getName()));
    }

    static Object[] arguments(Method method, Recording recording) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == Recording.class ? recording : ARGUMENTS.get(type))
                .peek(argument -> assertThat(argument).as("an argument").isNotNull())
                .toArray();
    }
}
