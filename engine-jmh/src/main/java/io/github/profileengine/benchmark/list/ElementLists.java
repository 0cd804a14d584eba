package io.github.profileengine.benchmark.list;

import java.util.function.Supplier;

/** The implementations to compare. A benchmark loads one of them per JVM, so that no call site sees two. */
public enum ElementLists {
    PROFILE("list property of a `Profile` (ours)", OwnListProperty::new),
    LIST("the list alone (ours)", OwnList::new),
    COPIED_ARRAY("array copied (naive)", CopiedArray::new),
    ECLIPSE_IMMUTABLE_LIST("Eclipse `ImmutableList`", EclipseImmutableList::new),
    VAVR_VECTOR("Vavr `Vector`", VavrVector::new),
    SCALA_VECTOR("Scala `Vector`", ScalaVector::new),
    VAVR_LINKED_SET("Vavr `LinkedHashSet` (holds no repeats)", VavrLinkedSet::new);

    private final String label;
    private final Supplier<ElementList<?>> supplier;

    ElementLists(String label, Supplier<ElementList<?>> supplier) {
        this.label = label;
        this.supplier = supplier;
    }

    /** The row's name in a table. */
    public String label() {
        return label;
    }

    @SuppressWarnings("unchecked") // a benchmark hands an implementation only lists that it made
    ElementList<Object> create() {
        return (ElementList<Object>) supplier.get();
    }
}
