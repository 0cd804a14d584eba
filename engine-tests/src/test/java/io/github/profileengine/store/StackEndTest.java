package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** A thread that runs out of stack inside the engine leaves nothing locked or closed behind it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StackEndTest {
    // Some calls with code as the JVM runs it at first, then with compiled code.
    private static final int[] CALLS_BEFORE = {10, 20_000};
    private static final Batch BATCH = Batch.of(
            Update.of(ProfileId.user("p", "ada")).set("k", 1).build(),
            Update.of(ProfileId.user("p", "bob")).set("k", 1).build());

    private static final Snapshot STATE = state();

    private static Snapshot state() {
        ProfileEngine engine = Engines.builder().build();
        engine.apply(BATCH);
        return engine.snapshot();
    }

    @TestFactory
    Stream<DynamicTest> anyCall_stackOverflows_othersGoOn() {
        Map<String, Consumer<ProfileEngine>> calls = Map.of(
                "alias", engine -> engine.alias("p", "a", "ada"),
                "snapshot", ProfileEngine::snapshot,
                "profiles",
                        engine -> {
                            engine.profiles("p").close();
                            engine.profiles().close();
                        },
                "clear", engine -> engine.clear("q"),
                "restore", engine -> engine.restore(STATE),
                "apply", engine -> engine.apply(BATCH),
                "apply with an alias",
                        engine -> engine.apply(
                                Batch.builder().alias("p", "a", "ada").build()));
        return calls.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> othersGoOn(call.getValue())));
    }

    private static void othersGoOn(Consumer<ProfileEngine> call) throws Exception {
        for (int before : CALLS_BEFORE) {
            ProfileEngine engine = Engines.builder().shards(2).build();
            for (int at = 0; at < before; at++) {
                call.accept(engine);
            }
            StackEnd.callUntilItFits(() -> call.accept(engine), () -> {});
            onItsOwnThread(() -> engine.apply(BATCH));
            onItsOwnThread(engine::snapshot);
        }
    }

    private static void onItsOwnThread(Callable<Object> call) throws Exception {
        FutureTask<Object> task = new FutureTask<>(call);
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
        assertThat(task.get(60, TimeUnit.SECONDS)).isNotNull();
    }
}
