package io.github.profileengine.testdouble.journal;

import io.github.profileengine.profile.ProfileId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The latest requests, oldest first. Their number and, approximately, their bytes are bounded; past either bound the
 * oldest are dropped and counted. Any thread may use it. Lists that it returns do not change later.
 *
 * <p>The changes of a request can be seen a moment before its entry is in the journal. Readers therefore wait for the
 * entries of running requests, so that whoever has seen a change also finds its request. Two callers do not wait: a
 * thread that is itself handling a request, and one that asks for a count that only grows. Requests on one profile take
 * turns, so that their entries are in the order in which they changed it.
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
     * Creates an empty journal.
     *
     * @param maxEntries how many requests it keeps, at least 1
     * @param maxBytes about how many bytes they may take
     * @param changed called after each change, on the thread that made it and holding no lock
     * @throws IllegalArgumentException if the journal would keep nothing
     */
    public Journal(int maxEntries, long maxBytes, Runnable changed) {
        requireRoom(maxEntries, maxBytes);
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
        this.changed = changed;
    }

    /**
     * Checks that a journal with these bounds can keep something.
     *
     * @throws IllegalArgumentException if it would keep nothing
     */
    public static void requireRoom(int maxEntries, long maxBytes) {
        if (maxEntries < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("a journal keeps at least one entry and one byte, not " + maxEntries
                    + " entries and " + maxBytes + " bytes");
        }
    }

    /**
     * Begins a request, on the thread that will {@link #add} its entry. The caller ends the result once the entry is
     * added or will not come.
     */
    public Work begin() {
        synchronized (entries) {
            return gate.begin();
        }
    }

    /**
     * Runs {@code work} between two requests: all requests begun before have their entries, and meanwhile no request
     * begins and no other such work runs. A thread that is itself handling a request runs it at once.
     *
     * @param work receives the number of the last request
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
            // End the request before `changed` runs: that code may wait for a lock which a reader holds while it waits
            // for this request.
            gate.endLatest();
        }
        changed.run();
        return entry;
    }

    /** All entries that are still kept. */
    public List<JournalEntry> entries() {
        synchronized (entries) {
            gate.settle();
            return new ArrayList<>(entries);
        }
    }

    /** All kept entries that match a condition. */
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

    /** The kept entries after a number. The cost depends only on how many they are. */
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

    /** The entry with a number; empty if it is no longer kept or never existed. */
    public Optional<JournalEntry> entry(long number) {
        synchronized (entries) {
            gate.settle();
            return entries.stream().filter(entry -> entry.number() == number).findFirst();
        }
    }

    /** How many requests came in since the beginning, kept or not. */
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

    /** How many records for profiles came in since the beginning, in requests that are kept or not. */
    public long updates() {
        synchronized (entries) {
            return updates;
        }
    }

    /** How many entries are kept. */
    public int size() {
        synchronized (entries) {
            gate.settle();
            return entries.size();
        }
    }

    /** How many entries were dropped for lack of room. */
    public long dropped() {
        synchronized (entries) {
            return dropped;
        }
    }

    /** How many entries were forgotten because a caller asked for it. */
    public long forgotten() {
        synchronized (entries) {
            return forgotten;
        }
    }

    /** The number of the latest dropped entry; 0 if none was dropped. */
    public long lostThrough() {
        synchronized (entries) {
            return lostThrough;
        }
    }

    /**
     * For each project, the number of the latest dropped entry that referred to it and held something rejected. Entries
     * that referred to no project are under the empty text.
     */
    public Map<String, Long> lostFailures() {
        synchronized (entries) {
            gate.settle();
            return lostFailures.byToken();
        }
    }

    /** Forgets all entries; numbering continues. */
    public void clear() {
        synchronized (entries) {
            gate.settle();
            lostFailures.clear();
            lostThrough = 0;
            forgotten += entries.size();
            entries.clear();
            bytes = 0;
        }
        changed.run();
    }

    /** Forgets the entries that referred to a project and to no other; numbering continues. */
    public void forget(String token) {
        synchronized (entries) {
            gate.settle();
            lostFailures.remove(token);
        }
        removeIf(entry -> entry.concernsOnly(token));
    }

    /** Forgets the entries that match a condition; numbering continues. */
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

    /** A request in progress. */
    public interface Work {
        /**
         * Waits until every request on one of these profiles that asked for its turn before has ended. Later ones wait
         * for this one. The entries of the requests on a profile are therefore in the order in which they changed it.
         *
         * @param profiles supplies the profiles; asked again after waiting, because an alias may lead elsewhere then
         */
        void awaitTurn(Supplier<Set<ProfileId>> profiles);

        /** Ends the request, on any thread. */
        void end();
    }
}
