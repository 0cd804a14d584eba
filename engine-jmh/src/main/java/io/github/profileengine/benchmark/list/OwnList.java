package io.github.profileengine.benchmark.list;

import io.github.profileengine.representation.ListValue;
import io.github.profileengine.representation.StagedAppend;
import java.util.List;

/** Our list without a profile around it, as the peers are measured. */
final class OwnList implements ElementList<ListValue> {
    @Override
    public ListValue of(List<Object> elements) {
        return ListValue.of(elements.toArray());
    }

    @Override
    public ListValue append(ListValue list, Object element) {
        return list.append(element).claim();
    }

    @Override
    public ListValue union(ListValue list, List<Object> operand) {
        Object after = list.union(of(operand));
        return after instanceof StagedAppend grown ? grown.claim() : (ListValue) after;
    }

    @Override
    public ListValue remove(ListValue list, Object element) {
        return list.without(ListValue.of(element));
    }

    @Override
    @SuppressWarnings("unchecked") // the workloads hold no nulls
    public List<Object> content(ListValue list) {
        return (List<Object>) (List<?>) list;
    }
}
