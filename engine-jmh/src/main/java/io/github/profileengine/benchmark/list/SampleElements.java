package io.github.profileengine.benchmark.list;

import java.util.ArrayList;
import java.util.List;

/** Distinct texts: those that a list holds at the start, and fresh ones. */
final class SampleElements {
    private SampleElements() {}

    static List<Object> stored(int size) {
        List<Object> elements = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            elements.add("stored/element/" + i);
        }
        return elements;
    }

    /** An equal text that is another instance, as a decoder creates it. */
    static Object copy(Object text) {
        return String.valueOf(((String) text).toCharArray());
    }

    static Object fresh(int index) {
        return "fresh/element/" + index;
    }
}
