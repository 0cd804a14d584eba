package io.github.profileengine.benchmark.list;

import java.util.List;

/**
 * The measured operations, implemented with one library, whose immutable list type is {@code L}.
 *
 * <p>Lists hold distinct texts, and the peers rely on that: their union looks for the operand's values only. The rule
 * also asks for a search for repeats that are already stored. Ours does that; the peers never do.
 */
interface ElementList<L> {
    L of(List<Object> elements);

    L append(L list, Object element);

    /** The list, followed by those values of the operand that it lacks. */
    L union(L list, List<Object> operand);

    /** The list without every element equal to this one. */
    L remove(L list, Object element);

    /** The content of the list, for comparing. */
    List<Object> content(L list);
}
