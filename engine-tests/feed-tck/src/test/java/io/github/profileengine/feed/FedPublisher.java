package io.github.profileengine.feed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A feed with a writer of its own. The writer starts when the last expected subscriber has come, and closes the feed at
 * the end.
 */
final class FedPublisher implements Flow.Publisher<ProfileChange>, AutoCloseable {
    private static final int LARGEST_BUFFER = 1_000;
    private static final ProfileId ANNA = ProfileId.user("token", "anna");

    private final ChangeFeed feed = new ChangeFeed();
    private final FeedView view;
    private final long changes;
    private final AtomicInteger missing;

    private FedPublisher(long changes, int subscribers) {
        this.changes = changes;
        this.missing = new AtomicInteger(subscribers);
        // No subscriber takes all changes of a flood. If there are fewer changes, none may be lost.
        boolean flood = changes > LARGEST_BUFFER;
        this.view = feed.with(
                flood ? LARGEST_BUFFER : (int) Math.max(1, changes),
                flood ? FeedOverflow.DROP_NEWEST : FeedOverflow.FAIL_SUBSCRIBER,
                DefaultExecutor.INSTANCE);
    }

    static FedPublisher of(long changes, int subscribers) {
        return new FedPublisher(changes, subscribers);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ProfileChange> subscriber) {
        view.subscribe(subscriber);
        if (missing.decrementAndGet() == 0) {
            Thread writer = new Thread(this::write, "writer");
            writer.setDaemon(true);
            writer.start();
        }
    }

    private void write() {
        for (long sequence = 0; sequence < changes && feed.hasSubscribers(); sequence++) {
            Profile after = Profile.of(ANNA, Map.of("visits", sequence));
            feed.publish(new ProfileChange(0, sequence, ANNA, null, after, null, List.of()));
            feed.dispatch();
        }
        feed.close();
    }

    @Override
    public void close() {
        feed.close();
    }
}
