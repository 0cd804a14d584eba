package io.github.profileengine.feed;

import java.lang.reflect.Method;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.BeforeMethod;

/**
 * Checks the feed against the rules of Reactive Streams. The skipped tests are those named {@code untested}: rules that
 * the TCK lists but has no test for.
 */
public class PublisherVerificationTest extends FlowPublisherVerification<ProfileChange> {
    /** How long to wait for what must come; a healthy run never waits that long. */
    private static final long SIGNAL_TIMEOUT_MILLIS = 5_000;
    /** How long the TCK listens for what must not come. */
    private static final long SILENCE_MILLIS = 100;

    private static final long POLL_MILLIS = 10;
    private static final long COLLECTION_TIMEOUT_MILLIS = 300;

    private int subscribers = 1;
    private FedPublisher publisher = FedPublisher.of(0, 1);

    public PublisherVerificationTest() {
        super(new TestEnvironment(SIGNAL_TIMEOUT_MILLIS, SILENCE_MILLIS, POLL_MILLIS), COLLECTION_TIMEOUT_MILLIS);
    }

    @Override
    public Flow.Publisher<ProfileChange> createFlowPublisher(long elements) {
        publisher = FedPublisher.of(elements, subscribers);
        return publisher;
    }

    /** A publisher whose executor accepts no tasks. */
    @Override
    public Flow.Publisher<ProfileChange> createFailedFlowPublisher() {
        ChangeFeed feed = new ChangeFeed(1, FeedOverflow.FAIL_SUBSCRIBER, task -> {
            throw new RejectedExecutionException("takes nothing");
        });
        feed.close();
        return feed;
    }

    /** By default, an optional rule that does not hold is skipped silently. The feed claims to keep all of them. */
    @Override
    public void notVerified(String message) {
        throw new AssertionError(message);
    }

    /** A feed tells subscribers only what comes after them, so the first change has to wait for the last subscriber. */
    @BeforeMethod
    public void expectSubscribers(Method test) {
        if (test.getName().contains("_multicast_")) {
            subscribers = 3;
        } else {
            subscribers = test.getName().startsWith("optional_spec111_") ? 2 : 1;
        }
    }

    @AfterMethod
    public void stopWriting() {
        publisher.close();
    }
}
