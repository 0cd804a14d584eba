package io.github.profileengine.benchmark.list;

import java.util.Arrays;
import java.util.List;

/** The naive immutable list: an array that is copied before every change. */
final class CopiedArray implements ElementList<Object[]> {
    @Override
    public Object[] of(List<Object> elements) {
        return elements.toArray();
    }

    @Override
    public Object[] append(Object[] list, Object element) {
        Object[] copy = Arrays.copyOf(list, list.length + 1);
        copy[list.length] = element;
        return copy;
    }

    @Override
    public Object[] union(Object[] list, List<Object> operand) {
        Object[] after = list;
        for (Object element : operand) {
            if (!contains(after, element)) {
                after = append(after, element);
            }
        }
        return after;
    }

    private static boolean contains(Object[] list, Object wanted) {
        for (Object element : list) {
            if (wanted.equals(element)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Object[] remove(Object[] list, Object element) {
        Object[] kept = new Object[list.length];
        int size = 0;
        for (Object each : list) {
            if (!element.equals(each)) {
                kept[size++] = each;
            }
        }
        return size == list.length ? list : Arrays.copyOf(kept, size);
    }

    @Override
    public List<Object> content(Object[] list) {
        return Arrays.asList(list);
    }
}
