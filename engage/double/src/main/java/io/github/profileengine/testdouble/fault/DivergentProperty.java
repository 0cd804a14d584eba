package io.github.profileengine.testdouble.fault;

import io.github.profileengine.diff.PropertyChange;
import java.util.List;

/**
 * A property that differs. Immutable.
 *
 * @param change from its value in the clean run to that in the disturbed one
 * @param blames what may have caused it, in the order in which the updates were sent; empty if that is forgotten
 */
public record DivergentProperty(PropertyChange change, List<Blame> blames) {
    /** Copies the list. */
    public DivergentProperty {
        blames = List.copyOf(blames);
    }

    public String name() {
        return change.name();
    }
}
