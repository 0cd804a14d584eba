package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.snapshot.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a subscriber of the engine may do with the double, and what wakes those who wait. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SubscriberTest {
    private static final String RECORD = "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"plan\":\"pro\"}}";

    /** Calls an action with the first change, on the thread that made the change. */
    private static final class First implements Flow.Subscriber<ProfileChange> {
        private final Runnable action;
        private Flow.Subscription subscription;

        First(Runnable action) {
            this.action = action;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(ProfileChange change) {
            subscription.cancel();
            action.run();
        }

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onComplete() {}
    }

    @Test
    void change_ofFaultsAndContentOnTheThreadOfARequest_isRefused() throws Exception {
        for (Consumer<EngageDouble> change : List.<Consumer<EngageDouble>>of(
                engage -> engage.faults().clear(),
                engage -> engage.faults().restart(),
                EngageDouble::reset,
                engage -> engage.restore(Snapshot.builder().build()))) {
            List<Throwable> caught = new ArrayList<>();
            try (EngageDouble engage = EngageDouble.start()) {
                engage.engine()
                        .changes(16, FeedOverflow.DROP_NEWEST, Runnable::run)
                        .subscribe(new First(() -> caught.add(catchThrowable(() -> change.accept(engage)))));

                assertThat(new DoubleClient(engage).json("/engage", RECORD).body())
                        .isEqualTo("1");

                assertThat(caught)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                IllegalStateException.class,
                                refused -> assertThat(refused).hasMessageContaining("on the thread of a request"));
                assertThat(engage.engine().stats().profiles()).isEqualTo(1);
                change.accept(engage);
            }
        }
    }

    @Test
    void await_restoreThatChangesOnlyAliases_wakesIt() throws Exception {
        Snapshot aliased = Snapshot.builder().alias("shop", "mail", "ada").build();
        CountDownLatch waits = new CountDownLatch(1);
        try (EngageDouble engage = EngageDouble.start()) {
            CompletableFuture<Boolean> held = CompletableFuture.supplyAsync(() -> {
                try {
                    return engage.await(
                            () -> {
                                waits.countDown();
                                return engage.engine().resolve("shop", "mail").equals("ada");
                            },
                            Duration.ofMinutes(10));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            waits.await();

            engage.restore(aliased);

            assertThat(held.get(50, TimeUnit.SECONDS)).isTrue();
        }
    }
}
