package io.github.profileengine.testdouble.fault;

import java.util.Set;
import java.util.function.Supplier;

/** Decides about each request, before anything of it is applied, what goes wrong with it. Called by many threads. */
@FunctionalInterface
public interface RequestFaults {
    /**
     * What strikes a request.
     *
     * @param tokens the projects that its records speak of; none if it cannot be read. Asked only if it matters
     */
    Strike strike(Supplier<Set<String>> tokens);
}
