package io.github.profileengine.benchmark.list;

import io.vavr.collection.LinkedHashSet;
import java.util.List;

/**
 * Vavr's persistent {@link LinkedHashSet}: what a library offers for union alone. It cannot hold a repeat, so it is not
 * a list. Only the tables of unions have it.
 */
final class VavrLinkedSet implements ElementList<LinkedHashSet<Object>> {
    @Override
    public LinkedHashSet<Object> of(List<Object> elements) {
        return LinkedHashSet.ofAll(elements);
    }

    @Override
    public LinkedHashSet<Object> append(LinkedHashSet<Object> list, Object element) {
        return list.add(element);
    }

    @Override
    public LinkedHashSet<Object> union(LinkedHashSet<Object> list, List<Object> operand) {
        // Not addAll, which rebuilds the set even if it holds every value already.
        LinkedHashSet<Object> after = list;
        for (Object element : operand) {
            after = after.add(element);
        }
        return after;
    }

    @Override
    public LinkedHashSet<Object> remove(LinkedHashSet<Object> list, Object element) {
        return list.remove(element);
    }

    @Override
    public List<Object> content(LinkedHashSet<Object> list) {
        return list.toJavaList();
    }
}
