package io.github.profileengine.representation;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which shapes the changes to a shape's names led to: at most {@value #MAX_ENTRIES} entries, each the whole change of
 * an update, so that no shape in between is ever made. The memory of all caches is bounded too, as shapes live for ever
 * and names come from outside; entries use the instances of names that the shapes hold. Copy-on-write; readers take no
 * lock.
 */
final class TransitionCache {
    private static final int MAX_ENTRIES = 64;
    // In references, some 32 MB; an entry without names counts as so many.
    private static final AtomicInteger ROOM_OF_ALL = new AtomicInteger(1 << 23);
    private static final int ENTRY = 16;

    /** Remembers nothing; for shapes that only one profile has. */
    static final TransitionCache NONE = new TransitionCache(0, ROOM_OF_ALL);

    private final int maxEntries;
    private final AtomicInteger room;
    private volatile Entry[] entries = new Entry[0];

    TransitionCache() {
        this(MAX_ENTRIES, ROOM_OF_ALL);
    }

    TransitionCache(int maxEntries, AtomicInteger room) {
        this.maxEntries = maxEntries;
        this.room = room;
    }

    @Nullable
    Shape find(Name[] added, Name[] removed) {
        int hash = hash(added, removed);
        for (Entry entry : entries) {
            if (entry.hash == hash && Arrays.equals(entry.added, added) && Arrays.equals(entry.removed, removed)) {
                return entry.target;
            }
        }
        return null;
    }

    /** Remembers that a change leads from this cache's shape to another one. */
    void remember(Shape before, Name[] added, Name[] removed, Shape target) {
        int cost = ENTRY + added.length + removed.length;
        boolean isFull = entries.length >= maxEntries || room.get() < cost;
        if (isFull || !target.isShared() || !NameOrder.areShort(removed)) {
            return;
        }
        synchronized (this) {
            if (entries.length < maxEntries && find(added, removed) == null && takeRoom(cost)) {
                Entry[] more = Arrays.copyOf(entries, entries.length + 1);
                Name[] held = target.own(added);
                more[entries.length] = new Entry(hash(added, removed), held, before.own(removed), target);
                entries = more;
            }
        }
    }

    // Several threads may take a little more than there is.
    private boolean takeRoom(int cost) {
        boolean hasRoom = room.get() >= cost;
        if (hasRoom) {
            room.addAndGet(-cost);
        }
        return hasRoom;
    }

    private static int hash(Name[] added, Name[] removed) {
        int hash = added.length;
        for (Name name : added) {
            hash = hash * 31 + name.hash();
        }
        for (Name name : removed) {
            hash = hash * 37 + name.hash();
        }
        return hash;
    }

    private static final class Entry {
        final int hash;
        final Name[] added;
        final Name[] removed;
        final Shape target;

        Entry(int hash, Name[] added, Name[] removed, Shape target) {
            this.hash = hash;
            this.added = added;
            this.removed = removed;
            this.target = target;
        }
    }
}
