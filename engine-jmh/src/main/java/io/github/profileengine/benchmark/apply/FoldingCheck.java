package io.github.profileengine.benchmark.apply;

import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Fails unless an implementation makes the same profiles of the same bytes as ours, and refuses as many records. */
final class FoldingCheck {
    private FoldingCheck() {}

    static void check(Foldings implementation, byte[] ndjson) {
        Folding folding = implementation.create();
        check(implementation, ndjson, folding, folding.folded(ndjson));
    }

    /** The same for a store that was folded already. */
    static void check(Foldings implementation, byte[] ndjson, Folding folding, Object store) {
        Folding ours = Foldings.ENGINE.create();
        Object expected = ours.folded(ndjson);
        String difference = difference(ours.content(expected), folding.content(store));
        if (difference == null && ours.rejected(expected) != folding.rejected(store)) {
            difference = "rejects " + folding.rejected(store) + " records, not " + ours.rejected(expected);
        }
        if (difference != null) {
            throw new IllegalStateException(implementation + " " + difference);
        }
    }

    private static @Nullable String difference(SortedMap<String, String> ours, SortedMap<String, String> theirs) {
        Iterator<Map.Entry<String, String>> actual = theirs.entrySet().iterator();
        for (Map.Entry<String, String> expected : ours.entrySet()) {
            Map.Entry<String, String> found = actual.hasNext() ? actual.next() : null;
            if (!expected.equals(found)) {
                return "has " + found + ", not " + expected;
            }
        }
        return actual.hasNext() ? "has " + actual.next() + " in addition" : null;
    }
}
