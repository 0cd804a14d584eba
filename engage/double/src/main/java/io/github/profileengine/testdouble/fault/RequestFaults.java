package io.github.profileengine.testdouble.fault;

import java.util.Set;

/** Decides about each request, before anything of it is applied, what goes wrong with it. Called by many threads. */
@FunctionalInterface
public interface RequestFaults {
    /** What strikes a request that holds records of these projects; of none if it cannot be read. */
    Strike strike(Set<String> tokens);
}
