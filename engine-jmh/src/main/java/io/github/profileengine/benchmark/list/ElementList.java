package io.github.profileengine.benchmark.list;

import java.util.List;

/**
 * The measured operations in the terms of one library, whose own immutable list type is {@code L}.
 *
 * <p>Lists hold distinct texts. The peers rely on it: their union looks for the operand's values only and never for
 * repeats already stored, which the rule asks for and ours does.
 */
interface ElementList<L> {
    L of(List<Object> elements);

    L append(L list, Object element);

    /** The list, then those values of the operand that it lacks. */
    L union(L list, List<Object> operand);

    /** The list without every element equal to this one. */
    L remove(L list, Object element);

    /** What the list holds, for comparing. */
    List<Object> content(L list);
}
