package io.github.profileengine.testdouble.journal;

import io.github.profileengine.snapshot.Snapshot;

/**
 * What a double held when it had taken so many requests. Immutable.
 *
 * @param name for people, such as the name of a fork
 * @param number of the last request that had come in; 0 for none
 * @param order grows from one that was taken to the next: of several with one number the last one holds
 */
public record Baseline(String name, long number, long order, Snapshot state) {}
