package io.github.profileengine.feed;

/**
 * A subscriber was too slow for the feed, or its buffer too small for what one batch changed: it was full. Handed to
 * {@code onError}, never thrown; it has no stack trace, since it is made while the writer holds a lock.
 */
public final class FeedOverflowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int capacity;
    private final int shard;
    private final long sequence;

    FeedOverflowException(int capacity, int shard, long sequence) {
        super(
                "buffer of " + capacity + " changes is full; the first change lost is " + sequence + " of shard "
                        + shard,
                null,
                false,
                false);
        this.capacity = capacity;
        this.shard = shard;
        this.sequence = sequence;
    }

    /** How many changes the buffer holds. */
    public int capacity() {
        return capacity;
    }

    /** The shard of the first change that was lost. */
    public int shard() {
        return shard;
    }

    /** The number of the first change that was lost, within its shard. */
    public long sequence() {
        return sequence;
    }
}
