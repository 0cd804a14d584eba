package io.github.profileengine.benchmark.list;

import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Eclipse Collections' {@link ImmutableList}: every change copies the array. */
final class EclipseImmutableList implements ElementList<ImmutableList<Object>> {
    @Override
    public ImmutableList<Object> of(List<Object> elements) {
        return Lists.immutable.withAll(elements);
    }

    @Override
    public ImmutableList<Object> append(ImmutableList<Object> list, Object element) {
        return list.newWith(element);
    }

    @Override
    public ImmutableList<Object> union(ImmutableList<Object> list, List<Object> operand) {
        ImmutableList<Object> after = list;
        for (Object element : operand) {
            if (!after.contains(element)) {
                after = after.newWith(element);
            }
        }
        return after;
    }

    @Override
    public ImmutableList<Object> remove(ImmutableList<Object> list, Object element) {
        return list.reject(element::equals);
    }

    @Override
    public List<Object> content(ImmutableList<Object> list) {
        return list.castToList();
    }
}
