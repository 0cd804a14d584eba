package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** A thread that runs out of stack inside of the engine leaves nothing shut behind it. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StackEndTest {
    private static final int STACK_BYTES = 256 * 1024;
    // Some calls as they are at first, then as they are once the JVM has compiled them.
    private static final int[] CALLS_BEFORE = {10, 20_000};
    private static final Batch BATCH = Batch.of(
            Update.of(ProfileId.user("p", "ada")).set("k", 1).build(),
            Update.of(ProfileId.user("p", "bob")).set("k", 1).build());

    @TestFactory
    Stream<DynamicTest> anyCall_stackOverflows_othersGoOn() {
        Map<String, Consumer<ProfileEngine>> calls = Map.of(
                "alias", engine -> engine.alias("p", "a", "ada"),
                "snapshot", ProfileEngine::snapshot,
                "clear", engine -> engine.clear("q"),
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
            AtomicInteger overflows = new AtomicInteger();
            Thread deep = new Thread(null, () -> callUntilItFits(engine, call, overflows), "deep", STACK_BYTES);
            deep.setDaemon(true);
            deep.start();
            deep.join(30_000);
            assertThat(deep.isAlive()).as("it waits for ever").isFalse();
            assertThat(overflows).hasPositiveValue();
            onItsOwnThread(() -> engine.apply(BATCH));
            onItsOwnThread(engine::snapshot);
        }
    }

    private static void onItsOwnThread(Runnable call) throws InterruptedException {
        Thread thread = new Thread(call);
        thread.setDaemon(true);
        thread.start();
        thread.join(30_000);
        assertThat(thread.isAlive()).as("it waits for ever").isFalse();
    }

    /** Goes down to the end of the stack; from there on up, calls from every frame until a call has room. */
    @SuppressWarnings("InfiniteRecursion") // That is what it is for.
    private static boolean callUntilItFits(
            ProfileEngine engine, Consumer<ProfileEngine> call, AtomicInteger overflows) {
        try {
            if (callUntilItFits(engine, call, overflows)) {
                return true;
            }
        } catch (StackOverflowError end) {
            return false;
        }
        try {
            call.accept(engine);
            return true;
        } catch (StackOverflowError noRoom) {
            overflows.incrementAndGet();
            return false;
        }
    }
}
