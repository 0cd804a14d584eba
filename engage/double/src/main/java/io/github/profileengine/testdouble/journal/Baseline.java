package io.github.profileengine.testdouble.journal;

import io.github.profileengine.snapshot.Snapshot;

/**
 * The content of a double after a certain request. Immutable.
 *
 * @param name a name for people, such as that of a fork
 * @param number the number of the last request that had come in; 0 for none
 * @param order grows with each baseline taken; of several with the same number, the last one counts
 */
public record Baseline(String name, long number, long order, Snapshot state) {}
