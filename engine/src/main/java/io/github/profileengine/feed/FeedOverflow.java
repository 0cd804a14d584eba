package io.github.profileengine.feed;

/** What happens to a change when a subscriber's buffer is full. The writer waits in neither case. */
public enum FeedOverflow {
    /**
     * The subscription ends. The subscriber still gets the changes in its buffer as it requests them, then
     * {@code onError} with a {@link FeedOverflowException}. No later change reaches the subscriber.
     */
    FAIL_SUBSCRIBER,

    /**
     * The change is dropped for this subscriber and counted; the subscription continues. The subscriber sees a gap in
     * the sequence of that shard. Which changes of a batch are dropped depends on their order, and so on the run,
     * unless the engine has one shard ({@link ChangeFeed}).
     */
    DROP_NEWEST
}
