package io.github.profileengine.feed;

/**
 * A subscriber's buffer was full: the subscriber was too slow, or the buffer too small for the changes of one batch.
 * Passed to {@code onError}, never thrown. It has no stack trace, because it is created while the writer holds a lock.
 */
public final class FeedOverflowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int capacity;
    private final int shard;
    private final long sequence;

    FeedOverflowException(int capacity, int shard, long sequence) {
        super(
                "buffer of " + capacity + " changes is full; the first change lost is " + sequence + " of shard "
                        + shard + "; take changes faster or subscribe with a larger capacity",
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
