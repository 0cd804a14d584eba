package io.github.profileengine.testdouble.journal;

import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * The states that were put in place of everything: the one at the start, and those of restores and resets. From them on
 * the journal tells how a profile went. Bounded, as each keeps alive what it shows; the oldest go. Any thread may use
 * it.
 */
public final class Baselines {
    private static final int MOST = 8;

    private final List<Baseline> baselines = new ArrayList<>();

    /** Without any. */
    public Baselines() {}

    /** Takes a state that holds from after a request on. */
    public synchronized void add(String name, long number, Snapshot state) {
        baselines.add(new Baseline(name, number, state));
        if (baselines.size() > MOST) {
            baselines.remove(0);
        }
    }

    /** All, oldest first. */
    public synchronized List<Baseline> list() {
        return List.copyOf(baselines);
    }
}
