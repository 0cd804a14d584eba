package io.github.profileengine.benchmark.list;

import java.util.List;
import scala.collection.SeqOps;
import scala.collection.immutable.Vector;
import scala.collection.immutable.VectorBuilder;
import scala.jdk.javaapi.CollectionConverters;

/** Scala's {@link Vector}, a radix-balanced finger tree. */
final class ScalaVector implements ElementList<Vector<Object>> {
    @Override
    public Vector<Object> of(List<Object> elements) {
        VectorBuilder<Object> builder = new VectorBuilder<>();
        elements.forEach(builder::addOne);
        return builder.result();
    }

    @Override
    public Vector<Object> append(Vector<Object> list, Object element) {
        return appended(list, element);
    }

    @Override
    public Vector<Object> union(Vector<Object> list, List<Object> operand) {
        Vector<Object> after = list;
        for (Object element : operand) {
            if (!after.contains(element)) {
                after = appended(after, element);
            }
        }
        return after;
    }

    @Override
    @SuppressWarnings("unchecked") // Java sees less of the return type than Scala
    public Vector<Object> remove(Vector<Object> list, Object element) {
        return (Vector<Object>) list.filterNot(element::equals);
    }

    @Override
    public List<Object> content(Vector<Object> list) {
        return CollectionConverters.asJava(list);
    }

    // Called through the interface, because Java finds two candidates of this name in the class.
    @SuppressWarnings("unchecked")
    private static Vector<Object> appended(SeqOps<Object, ?, ?> list, Object element) {
        return (Vector<Object>) list.appended(element);
    }
}
