package io.github.profileengine.feed;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The changes that wait for one subscriber, and how many it has asked for. Used only under the subscription's lock. */
final class ChangeBuffer {
    // Shared by all cleared buffers, so that clearing needs no memory: nothing is put into a cleared buffer.
    private static final Queue<ProfileChange> CLEARED = new ArrayDeque<>(0);

    private final int capacity;
    private Queue<ProfileChange> changes = new ArrayDeque<>();
    private long demand;

    ChangeBuffer(int capacity) {
        this.capacity = capacity;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    boolean isFull() {
        return changes.size() >= capacity;
    }

    /** Whether the subscriber has asked for more than it got. */
    boolean hasDemand() {
        return demand > 0;
    }

    void put(ProfileChange change) {
        changes.add(change);
    }

    /** The oldest change; null if there is none. Uses up one unit of demand. */
    @Nullable
    ProfileChange take() {
        ProfileChange change = changes.poll();
        // The greatest demand means unlimited demand.
        if (change != null && demand != Long.MAX_VALUE) {
            demand--;
        }
        return change;
    }

    void request(long more) {
        demand = demand > Long.MAX_VALUE - more ? Long.MAX_VALUE : demand + more;
    }

    /** Clears the buffer for good. Frees its memory too: a subscriber may keep the subscription for ever. */
    void clear() {
        changes = CLEARED;
    }
}
