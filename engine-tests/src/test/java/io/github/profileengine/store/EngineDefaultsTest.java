package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.feed.FeedOverflowException;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.log.RecordingOverflowException;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens by default to subscribers and recordings that are too slow for an engine. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EngineDefaultsTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final ProfileEngine engine = Engines.builder().build();

    @Test
    void changes_oneMoreThanTheBufferHolds_failsTheSubscriber() throws Exception {
        Late late = new Late();
        engine.changes().subscribe(late);
        for (int at = 0; at <= 1_024; at++) {
            engine.apply(Batch.of(Update.of(ADA).set("k", at).build()));
        }
        // A subscriber that merely missed a change would end normally here.
        engine.close();
        late.subscription.request(Long.MAX_VALUE);

        assertThat(late.end.get(60, TimeUnit.SECONDS)).isInstanceOf(FeedOverflowException.class);
        assertThat(late.received).isEqualTo(1_024);
    }

    @Test
    void record_oneMoreThanAMillion_endsTheRecordingAndNobodyWaits() {
        // In accepted form, as from a log. It is recorded as it is, so a million entries of it take no memory.
        Update update = Update.of(ADA).set("k", 1).build().accepted(ADA, Instant.EPOCH, null);
        Recording recording = engine.record();
        engine.apply(Batch.of(Collections.nCopies(999_999, update)));
        engine.apply(Batch.of(update));
        assertThat(recording.isEnded()).as("it holds a million").isFalse();
        engine.apply(Batch.of(update));

        assertThat(recording.isEnded()).isTrue();
        assertThat(recording.poll()).isInstanceOf(LogEntry.Slice.class);
        assertThat(recording.poll()).isInstanceOf(LogEntry.Slice.class);
        assertThatThrownBy(recording::poll).isInstanceOf(RecordingOverflowException.class);
    }

    /** Requests nothing by itself. */
    private static final class Late implements Flow.Subscriber<ProfileChange> {
        private final CompletableFuture<Object> end = new CompletableFuture<>();
        private Flow.Subscription subscription;
        private int received;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ProfileChange change) {
            received++;
        }

        @Override
        public void onError(Throwable problem) {
            end.complete(problem);
        }

        @Override
        public void onComplete() {
            end.complete("completed");
        }
    }
}
