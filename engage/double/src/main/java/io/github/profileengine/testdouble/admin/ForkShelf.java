package io.github.profileengine.testdouble.admin;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.journal.Baseline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forks: states with a name. Their number is bounded, because each keeps its profiles in memory. Any thread may use
 * it.
 */
final class ForkShelf {
    static final int MOST = 32;
    private static final int LONGEST_NAME = 200;

    private final Map<String, Fork> forks = new LinkedHashMap<>();

    /**
     * One fork.
     *
     * @param time when it was taken, by the clock of the double
     * @param base its state, and the number of the last request in the journal at that time
     */
    record Fork(String name, Instant time, Baseline base) {
        Snapshot state() {
            return base.state();
        }
    }

    /** Adds a fork. Fails if its name is taken. */
    synchronized void add(Fork fork) {
        String name = fork.name();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw AdminRefusalException.bad("name, not 1 to " + LONGEST_NAME + " characters");
        }
        if (name.equals(".") || name.equals("..")) {
            throw AdminRefusalException.bad("name, . and .. cannot be used: browsers take them for folders in a URL");
        }
        if (forks.containsKey(name)) {
            throw AdminRefusalException.bad("name, there is a fork " + name + " already; delete it first");
        }
        if (forks.size() == MOST) {
            throw AdminRefusalException.bad("forks, there are " + MOST + " already, which is the most; delete one");
        }
        forks.put(name, fork);
    }

    /** All forks, oldest first. */
    synchronized List<Fork> list() {
        return new ArrayList<>(forks.values());
    }

    synchronized Fork get(String name) {
        return found(name, forks.get(name));
    }

    synchronized Fork remove(String name) {
        return found(name, forks.remove(name));
    }

    private static Fork found(String name, @Nullable Fork fork) {
        if (fork == null) {
            throw AdminRefusalException.missing("name, there is no fork " + name);
        }
        return fork;
    }
}
