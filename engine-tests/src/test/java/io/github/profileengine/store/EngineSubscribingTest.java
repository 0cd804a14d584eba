package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.TableStep;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineSubscribingTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** Stops in an update, when it has been asked already whether there are subscribers. */
    private final class StoppingTable extends MapTable {
        StoppingTable(Reducer reducer) {
            super(reducer);
        }

        @Override
        public void apply(Update update, TableStep step) {
            reached.countDown();
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            super.apply(update, step);
        }
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        return thread;
    }

    /** Who subscribes and looks afterwards would else wait for a change that nobody tells. */
    @Test
    void subscribe_whileAnUpdateIsApplied_isToldOfItOrItIsThereToSee() throws Exception {
        StoreParts parts = new StoreParts(StoppingTable::new, ReentrantLock::new, Gate::new);
        ProfileEngine engine = ProfileEngine.builder().parts(parts).build();
        FutureTask<BatchResult> writing = new FutureTask<>(
                () -> engine.apply(Batch.of(Update.of(ADA).set("k", 1).build())));
        started(writing);
        reached.await();
        AtomicReference<EngineChangesTest.Seen> told = new AtomicReference<>();
        FutureTask<Boolean> subscribing = new FutureTask<>(() -> {
            told.set(EngineChangesTest.subscribed(engine));
            return engine.profile(ADA).isPresent();
        });
        Thread subscriber = started(subscribing);
        while (subscriber.getState() != Thread.State.WAITING && subscriber.isAlive()) {
            Thread.onSpinWait();
        }
        released.countDown();
        boolean seen = subscribing.get();
        assertThat(writing.get().accepted()).isEqualTo(1);

        assertThat(seen || told.get().changes().size() == 1).isTrue();
    }
}
