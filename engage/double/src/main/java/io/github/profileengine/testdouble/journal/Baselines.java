package io.github.profileengine.testdouble.journal;

import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The states that replaced the content of the double, or of one project: the state at the start, and those of restores
 * and resets. The journal knows the history of a profile from such a state on. Each state keeps its content in memory,
 * so their number is bounded; the oldest are dropped. Any thread may use it.
 */
public final class Baselines {
    private static final int MOST = 8;
    private static final int MOST_PROJECTS = 1_000;
    private static final String RESET = "reset";
    private static final Snapshot NOTHING = Snapshot.builder().build();

    private final List<Baseline> baselines = new ArrayList<>();
    // The last reset of each project, by token. A project that was reset has no content, so these keep nothing in
    // memory.
    private final Map<String, Baseline> emptied = new LinkedHashMap<>();
    private long taken;
    private long forgottenThrough;

    /** Starts without any state. */
    public Baselines() {}

    /** The state after a request, with the next place in the order of all states taken; it is not kept. */
    public synchronized Baseline taken(String name, long number, Snapshot state) {
        return new Baseline(name, number, ++taken, state);
    }

    /** Adds the state after a request. */
    public synchronized void add(String name, long number, Snapshot state) {
        baselines.add(taken(name, number, state));
        if (baselines.size() > MOST) {
            baselines.remove(0);
        }
    }

    /** Adds a reset after a request, which forgot all profiles and requests. */
    public synchronized void addReset(long number) {
        add(RESET, number, NOTHING);
        forgottenThrough = number;
    }

    /** Adds a reset of a project after a request: its profiles and the requests on it alone were forgotten. */
    public synchronized void addReset(long number, String token) {
        emptied.remove(token);
        emptied.put(token, taken(RESET, number, NOTHING));
        if (emptied.size() > MOST_PROJECTS) {
            emptied.remove(emptied.keySet().iterator().next());
        }
    }

    /** The number of the last request on a project that a reset may have forgotten; 0 for none. */
    public synchronized long forgottenThrough(String token) {
        Baseline its = emptied.get(token);
        return its == null ? forgottenThrough : Math.max(forgottenThrough, its.number());
    }

    /** How many states were taken, forks included. It grows whenever all content, or that of a project, is replaced. */
    public synchronized long count() {
        return taken;
    }

    /** All states that concern a project, in no particular order. */
    public synchronized List<Baseline> list(String token) {
        List<Baseline> all = new ArrayList<>(baselines);
        Baseline its = emptied.get(token);
        if (its != null) {
            all.add(its);
        }
        return all;
    }
}
