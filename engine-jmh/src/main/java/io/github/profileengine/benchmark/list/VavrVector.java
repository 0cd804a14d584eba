package io.github.profileengine.benchmark.list;

import io.vavr.collection.Vector;
import java.util.List;

/** Vavr's {@link Vector}, a bit-mapped trie. */
final class VavrVector implements ElementList<Vector<Object>> {
    @Override
    public Vector<Object> of(List<Object> elements) {
        return Vector.ofAll(elements);
    }

    @Override
    public Vector<Object> append(Vector<Object> list, Object element) {
        return list.append(element);
    }

    @Override
    public Vector<Object> union(Vector<Object> list, List<Object> operand) {
        Vector<Object> after = list;
        for (Object element : operand) {
            if (!after.contains(element)) {
                after = after.append(element);
            }
        }
        return after;
    }

    @Override
    public Vector<Object> remove(Vector<Object> list, Object element) {
        return list.removeAll(element);
    }

    @Override
    public List<Object> content(Vector<Object> list) {
        return list.asJava();
    }
}
