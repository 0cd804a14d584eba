package io.github.profileengine.benchmark.list;

import java.util.ArrayList;
import java.util.List;

/**
 * Fails unless an implementation gives the same results as a plain list of the JDK.
 *
 * <p>Comparing with a plain list, and not with our list, keeps our classes out of a JVM that measures a peer.
 */
final class ElementListCheck {
    private static final int STEPS = 50;

    private ElementListCheck() {}

    /** Grows a list of {@code size} elements by appends and unions, and removes elements again. */
    static void check(ElementList<Object> list, int size) {
        List<Object> expected = new ArrayList<>(SampleElements.stored(size));
        Object actual = list.of(expected);
        Object base = actual;
        for (int i = 0; i < STEPS; i++) {
            Object fresh = SampleElements.fresh(2 * i);
            expected.add(fresh);
            actual = list.append(actual, fresh);
            same("append", list, expected, actual);

            Object other = SampleElements.fresh(2 * i + 1);
            expected.add(other);
            actual = list.union(actual, List.of(expected.get(i), other));
            same("union", list, expected, actual);
            same("union with nothing new", list, expected, list.union(actual, List.of(fresh)));

            Object gone = expected.remove(i * 7 % expected.size());
            actual = list.remove(actual, gone);
            same("remove", list, expected, actual);
            same("remove of nothing", list, expected, list.remove(actual, gone));
        }
        same("all that, on its base", list, SampleElements.stored(size), base);
    }

    private static void same(String operation, ElementList<Object> list, List<Object> expected, Object actual) {
        if (!expected.equals(list.content(actual))) {
            throw new IllegalStateException(list.getClass().getSimpleName() + ", " + operation + " at "
                    + expected.size() + " elements differs from a plain list");
        }
    }
}
