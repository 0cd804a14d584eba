package io.github.profileengine.testdouble.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The latest requests, oldest first. Bounded by their number and by about the bytes they take; past either bound the
 * oldest go, and are counted. Any thread may use it; a list that it hands out no longer changes.
 *
 * <p>What a request changes can be seen a moment before its entry is here. Who reads then waits for the entry, so that
 * nobody who has seen a change finds no request that made it; not, though, a thread that is at work on a request, and
 * not who asks for the numbers that only grow.
 */
public final class Journal {
    private final int maxEntries;
    private final long maxBytes;
    private final Runnable changed;
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private long bytes;
    private long lastNumber;
    private long dropped;
    private long rejected;
    private long updates;
    private long lostThrough;
    private long forgotten;
    private final LostFailures lostFailures = new LostFailures();
    private final WorkGate gate = new WorkGate(entries);

    /**
     * An empty journal.
     *
     * @param maxEntries how many requests it keeps, at least 1
     * @param maxBytes how many bytes they may take, about
     * @param changed told after each change, on the thread that made it and holding no lock
     * @throws IllegalArgumentException if it would keep nothing
     */
    public Journal(int maxEntries, long maxBytes, Runnable changed) {
        requireRoom(maxEntries, maxBytes);
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
        this.changed = changed;
    }

    /**
     * Refuses bounds of which nothing comes.
     *
     * @throws IllegalArgumentException if a journal of these bounds would keep nothing
     */
    public static void requireRoom(int maxEntries, long maxBytes) {
        if (maxEntries < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("a journal keeps at least one entry and one byte, not " + maxEntries
                    + " entries and " + maxBytes + " bytes");
        }
    }

    /** Begins a request, on the thread that will {@link #add} its entry; to be ended once it has, or never will. */
    public Work begin() {
        Thread worker = Thread.currentThread();
        synchronized (entries) {
            long number = gate.begin(worker);
            return () -> {
                synchronized (entries) {
                    gate.end(worker, number);
                }
            };
        }
    }

    /**
     * Does something between two requests: all that were begun before have their entries, and none begins meanwhile,
     * nor does anybody else do such a thing. A thread that is itself at work on a request does it at once.
     *
     * @param work is given the number of the last request
     */
    public <T> T atRest(LongFunction<T> work) {
        long number;
        synchronized (entries) {
            gate.beginRest();
            number = lastNumber;
        }
        try {
            return work.apply(number);
        } finally {
            synchronized (entries) {
                gate.endRest();
            }
        }
    }

    /** Adds the entry that {@code make} builds from the next number. */
    public JournalEntry add(LongFunction<JournalEntry> make) {
        JournalEntry entry;
        synchronized (entries) {
            entry = make.apply(lastNumber + 1);
            lastNumber++;
            rejected += entry.rejected();
            updates += entry.updates().size();
            entries.addLast(entry);
            bytes += entry.weight();
            while (entries.size() > maxEntries || bytes > maxBytes && entries.size() > 1) {
                JournalEntry gone = entries.removeFirst();
                bytes -= gone.weight();
                lostThrough = gone.number();
                if (!gone.isAccepted() && !gone.isPrevented()) {
                    lostFailures.add(gone);
                }
                dropped++;
            }
            // Before anybody is told: who is told may hold what a reader waits with.
            gate.end(Thread.currentThread());
        }
        changed.run();
        return entry;
    }

    /** Every entry that is still there. */
    public List<JournalEntry> entries() {
        synchronized (entries) {
            gate.settle();
            return new ArrayList<>(entries);
        }
    }

    /** Every entry of a kind that is still there. */
    public List<JournalEntry> entries(Predicate<? super JournalEntry> wanted) {
        synchronized (entries) {
            gate.settle();
            List<JournalEntry> found = new ArrayList<>();
            for (JournalEntry entry : entries) {
                if (wanted.test(entry)) {
                    found.add(entry);
                }
            }
            return found;
        }
    }

    /** The entries after a number that are still there; costs no more than these. */
    public List<JournalEntry> since(long number) {
        List<JournalEntry> found = new ArrayList<>();
        synchronized (entries) {
            gate.settle();
            Iterator<JournalEntry> newest = entries.descendingIterator();
            while (newest.hasNext()) {
                JournalEntry entry = newest.next();
                if (entry.number() <= number) {
                    break;
                }
                found.add(entry);
            }
        }
        Collections.reverse(found);
        return found;
    }

    /** The entry of a number; empty if it is gone or never was. */
    public Optional<JournalEntry> entry(long number) {
        synchronized (entries) {
            gate.settle();
            return entries.stream().filter(entry -> entry.number() == number).findFirst();
        }
    }

    /** How many requests came in, kept or not, since the beginning. */
    public long total() {
        synchronized (entries) {
            return lastNumber;
        }
    }

    /** How many records and events failed since the beginning, in requests that are kept or not. */
    public long rejected() {
        synchronized (entries) {
            return rejected;
        }
    }

    /** How many records that update profiles came in since the beginning, in requests that are kept or not. */
    public long updates() {
        synchronized (entries) {
            return updates;
        }
    }

    /** How many are still there. */
    public int size() {
        synchronized (entries) {
            gate.settle();
            return entries.size();
        }
    }

    /** How many entries had to go. */
    public long dropped() {
        synchronized (entries) {
            return dropped;
        }
    }

    /** How many entries were forgotten, as somebody wanted them to be. */
    public long forgotten() {
        synchronized (entries) {
            return forgotten;
        }
    }

    /** The number of the latest entry that had to go; 0 if none had. */
    public long lostThrough() {
        synchronized (entries) {
            return lostThrough;
        }
    }

    /**
     * The number of the latest entry that had to go and told of something rejected, by each project that it spoke of;
     * by the empty text of one that spoke of none.
     */
    public Map<String, Long> lostFailures() {
        synchronized (entries) {
            gate.settle();
            return lostFailures.byToken();
        }
    }

    /** Forgets entries; numbers go on. */
    public void clear() {
        synchronized (entries) {
            gate.settle();
            lostFailures.clear();
            forgotten += entries.size();
            entries.clear();
            bytes = 0;
        }
        changed.run();
    }

    /** Forgets the entries that spoke of a project and of no other; numbers go on. */
    public void forget(String token) {
        synchronized (entries) {
            gate.settle();
            lostFailures.remove(token);
        }
        removeIf(entry -> entry.concernsOnly(token));
    }

    /** Forgets the entries of a kind; numbers go on. */
    public void removeIf(Predicate<? super JournalEntry> unwanted) {
        synchronized (entries) {
            gate.settle();
            int before = entries.size();
            entries.removeIf(unwanted);
            forgotten += before - entries.size();
            bytes = entries.stream().mapToLong(JournalEntry::weight).sum();
        }
        changed.run();
    }

    /** A request that somebody is at work on. */
    public interface Work {
        /** Ends it, on any thread. */
        void end();
    }
}
