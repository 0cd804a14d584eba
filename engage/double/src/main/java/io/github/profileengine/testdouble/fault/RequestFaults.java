package io.github.profileengine.testdouble.fault;

import java.util.Set;
import java.util.function.Supplier;

/** Decides what goes wrong with each request, before anything of it is applied. Called by many threads. */
@FunctionalInterface
public interface RequestFaults {
    /**
     * Returns the faults that strike a request.
     *
     * @param tokens supplies the projects that its records refer to; none if the request cannot be read. Called only if
     *     needed
     */
    Strike strike(Supplier<Set<String>> tokens);
}
