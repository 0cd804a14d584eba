package io.github.profileengine.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.profileengine.diff.ProfileDiff;
import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.LogOrder;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflow;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/**
 * Exceptions are serialized, for example by a test runner with several JVMs. What they tell must then still be there.
 */
class SerializedExceptionTest {
    private static final ProfileId USER = ProfileId.user("p", "u");
    private static final ProfileId GROUP = ProfileId.group("p", "company", "acme");
    private static final Update UPDATE = Update.of(USER).set("k", 1).build();

    private static List<Throwable> oneOfEach() {
        Profile user = Profile.empty(USER);
        Profile group = Profile.empty(GROUP);
        return List.of(
                catchThrowable(() -> Update.of(USER).build()),
                catchThrowable(() -> Update.of(GROUP).append("l", 1).build()),
                catchThrowable(() -> Operation.of(Operator.SET, 5)),
                catchThrowable(() -> ProfileDiff.between(null, user).applyTo(user)),
                catchThrowable(() ->
                        ProfileDiff.between(Profile.set(group, "k", 1), group).applyTo(group)),
                catchThrowable(() -> new LogOrder().accept(new LogEntry.Slice(0, 0, 2, List.of(UPDATE)))),
                recordingOverflow(),
                feedOverflow());
    }

    private static Throwable recordingOverflow() {
        try (ProfileEngine engine = Engines.builder().build()) {
            Recording recording = engine.record(1, RecordingOverflow.END_RECORDING);
            engine.apply(Batch.of(UPDATE));
            engine.apply(Batch.of(UPDATE));
            return catchThrowable(() -> recording.drain(entry -> {}));
        }
    }

    private static Throwable feedOverflow() {
        SlowSubscriber subscriber = new SlowSubscriber();
        try (ProfileEngine engine = Engines.builder().build()) {
            engine.changes(1, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(subscriber);
            engine.apply(Batch.of(UPDATE));
            engine.apply(Batch.of(Update.of(USER).set("k", 2).build()));
            subscriber.subscription.request(1);
            return subscriber.errors.get(0);
        }
    }

    @Test
    void oneOfEach_holdsEveryPublicExceptionOfTheEngine() {
        assertThat(oneOfEach().stream().map(problem -> problem.getClass().getName()))
                .containsAll(new ClassFileImporter()
                                .importUrl(Profile.class
                                        .getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation())
                                .stream()
                                .filter(type -> type.isAssignableTo(Throwable.class))
                                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                                .map(type -> type.getName())
                                .collect(toSet()));
    }

    @Test
    void exception_writtenAndRead_tellsTheSame() throws IOException, ReflectiveOperationException {
        for (Throwable problem : oneOfEach()) {
            Throwable read = reread(problem);
            assertThat(read).hasSameClassAs(problem).hasMessage(problem.getMessage());
            assertThat(told(read)).isEqualTo(told(problem));
        }
    }

    private static Throwable reread(Throwable problem) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(problem);
        }
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            return (Throwable) objects.readObject();
        }
    }

    private static Map<String, Object> told(Throwable problem) throws ReflectiveOperationException {
        Map<String, Object> told = new TreeMap<>();
        for (Method method : problem.getClass().getMethods()) {
            if (method.getDeclaringClass() == problem.getClass()) {
                told.put(method.getName(), method.invoke(problem));
            }
        }
        return told;
    }

    private static final class SlowSubscriber implements Flow.Subscriber<ProfileChange> {
        private final List<Throwable> errors = new ArrayList<>();
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription subscribed) {
            subscription = subscribed;
        }

        @Override
        public void onNext(ProfileChange change) {
            // Only the error counts.
        }

        @Override
        public void onError(Throwable problem) {
            errors.add(problem);
        }

        @Override
        public void onComplete() {
            // The subscriber has failed before.
        }
    }
}
