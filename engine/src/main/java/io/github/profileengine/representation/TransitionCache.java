package io.github.profileengine.representation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a shape went when names were added and removed: at most {@value #MAX_ENTRIES} entries, the whole change of an
 * update each, so that no shape in between is ever made. Copy-on-write; readers take no lock.
 */
final class TransitionCache {
    /** Remembers nothing; for shapes that only one profile owns. */
    static final TransitionCache NONE = new TransitionCache(0);

    private static final int MAX_ENTRIES = 64;

    private final int maxEntries;
    private volatile Entry[] entries = new Entry[0];

    TransitionCache() {
        this(MAX_ENTRIES);
    }

    private TransitionCache(int maxEntries) {
        this.maxEntries = maxEntries;
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

    void remember(Name[] added, Name[] removed, Shape target) {
        if (!target.isShared() || entries.length >= maxEntries || !NameOrder.areShort(removed)) {
            return;
        }
        synchronized (this) {
            if (entries.length < maxEntries && find(added, removed) == null) {
                Entry[] more = Arrays.copyOf(entries, entries.length + 1);
                more[entries.length] = new Entry(hash(added, removed), added, removed, target);
                entries = more;
            }
        }
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
