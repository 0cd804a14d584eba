package io.github.profileengine.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.feed.ChangeFeed;
import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.FeedOverflowException;
import io.github.profileengine.feed.FeedView;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class FeedNamesTest {
    private static final ProfileId ANNA = ProfileId.user("token", "anna");
    private static final Update NAMED = Update.of(ANNA).set("name", "Anna").build();
    private static final ProfileChange CREATED =
            new ProfileChange(0, 1, ANNA, null, Profile.of(ANNA, Map.of("name", "Anna")), NAMED, List.of());

    @Test
    void change_created_readsBack() {
        assertThat(CREATED.shard()).isZero();
        assertThat(CREATED.sequence()).isEqualTo(1);
        assertThat(CREATED.id()).isEqualTo(ANNA);
        assertThat(CREATED.before()).isNull();
        assertThat(CREATED.after()).isNotNull();
        assertThat(CREATED.update()).isEqualTo(NAMED);
        assertThat(CREATED.outcomes()).isEmpty();
        assertThat(CREATED.isCreated()).isTrue();
        assertThat(CREATED.isDeleted()).isFalse();
    }

    @Test
    void feed_severalViews_deliverDropAndFail() {
        List<Object> plain = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        try (ChangeFeed feed =
                new ChangeFeed(ChangeFeed.DEFAULT_CAPACITY, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run)) {
            FeedView dropping = feed.with(1, FeedOverflow.DROP_NEWEST, Runnable::run);
            feed.subscribe(new Listing(plain, 10));
            dropping.subscribe(new Listing(new ArrayList<>(), 0));
            feed.with(1, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(new Listing(failed, 1));
            assertThat(feed.hasSubscribers()).isTrue();

            feed.publish(CREATED);
            feed.publish(CREATED);
            feed.dispatch();

            assertThat(plain).containsExactly(CREATED, CREATED);
            assertThat(failed).first().isEqualTo(CREATED);
            assertThat(failed).last().isInstanceOfSatisfying(FeedOverflowException.class, problem -> {
                assertThat(problem.capacity()).isEqualTo(1);
                assertThat(problem.shard()).isZero();
                assertThat(problem.sequence()).isEqualTo(1);
            });
            assertThat(dropping.capacity()).isEqualTo(1);
            assertThat(dropping.overflow()).isEqualTo(FeedOverflow.DROP_NEWEST);
            assertThat(dropping.dropped()).isEqualTo(1);
            assertThat(feed.dropped()).isEqualTo(1);
        }
        assertThat(plain).last().isEqualTo("complete");
    }

    @Test
    void feed_withoutSettings_hasNoSubscribers() {
        try (ChangeFeed feed = new ChangeFeed()) {
            assertThat(feed.hasSubscribers()).isFalse();
        }
    }

    private record Listing(List<Object> signals, long demand) implements Flow.Subscriber<ProfileChange> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            if (demand > 0) {
                subscription.request(demand);
            }
        }

        @Override
        public void onNext(ProfileChange change) {
            signals.add(change);
        }

        @Override
        public void onError(Throwable problem) {
            signals.add(problem);
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }
}
