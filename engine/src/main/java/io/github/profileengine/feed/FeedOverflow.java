package io.github.profileengine.feed;

/** What becomes of a change that finds a subscriber's buffer full. The writer waits in neither case. */
public enum FeedOverflow {
    /**
     * The subscription ends: what is in the buffer is still delivered as the subscriber asks for it, then
     * {@code onError} with a {@link FeedOverflowException}. No later change reaches the subscriber.
     */
    FAIL_SUBSCRIBER,

    /**
     * The change is left out for this subscriber and counted; the subscription goes on. The subscriber sees a gap in
     * the sequence of that shard.
     */
    DROP_NEWEST
}
