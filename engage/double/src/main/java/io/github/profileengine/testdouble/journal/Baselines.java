package io.github.profileengine.testdouble.journal;

import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The states that were put in place of everything, or of a project: the one at the start, and those of restores and
 * resets. From them on the journal tells how a profile went. Bounded, as each keeps alive what it shows; the oldest go.
 * Any thread may use it.
 */
public final class Baselines {
    private static final int MOST = 8;
    private static final int MOST_PROJECTS = 1_000;
    private static final String RESET = "reset";
    private static final Snapshot NOTHING = Snapshot.builder().build();

    private final List<Baseline> baselines = new ArrayList<>();
    // By token, the last one each: there is nothing in a project that has been reset, so it keeps nothing alive.
    private final Map<String, Baseline> emptied = new LinkedHashMap<>();
    private long taken;
    private long forgottenThrough;

    /** Without any. */
    public Baselines() {}

    /** A state that holds from after a request on, in its place among all that are taken; not kept. */
    public synchronized Baseline taken(String name, long number, Snapshot state) {
        return new Baseline(name, number, ++taken, state);
    }

    /** Takes a state that holds from after a request on. */
    public synchronized void add(String name, long number, Snapshot state) {
        baselines.add(taken(name, number, state));
        if (baselines.size() > MOST) {
            baselines.remove(0);
        }
    }

    /** After a request all was forgotten, profiles and requests. */
    public synchronized void addReset(long number) {
        add(RESET, number, NOTHING);
        forgottenThrough = number;
    }

    /** After a request a project was forgotten, its profiles and the requests that spoke of no other. */
    public synchronized void addReset(long number, String token) {
        emptied.remove(token);
        emptied.put(token, taken(RESET, number, NOTHING));
        if (emptied.size() > MOST_PROJECTS) {
            emptied.remove(emptied.keySet().iterator().next());
        }
    }

    /** The last request that a reset may have forgotten, of those that spoke of a project; 0 for none. */
    public synchronized long forgottenThrough(String token) {
        Baseline its = emptied.get(token);
        return its == null ? forgottenThrough : Math.max(forgottenThrough, its.number());
    }

    /** How many were taken, forks among them: grows whenever everything, or a project, is put in another's place. */
    public synchronized long count() {
        return taken;
    }

    /** All that say something of a project, in no particular order. */
    public synchronized List<Baseline> list(String token) {
        List<Baseline> all = new ArrayList<>(baselines);
        Baseline its = emptied.get(token);
        if (its != null) {
            all.add(its);
        }
        return all;
    }
}
