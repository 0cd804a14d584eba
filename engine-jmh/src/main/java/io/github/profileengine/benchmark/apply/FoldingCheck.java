package io.github.profileengine.benchmark.apply;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Fails unless implementations make the same profiles from the same bytes as ours, and reject as many records. */
final class FoldingCheck {
    private final SortedMap<String, String> expected;
    private final long rejected;

    private FoldingCheck(byte[] ndjson) {
        Folding ours = Foldings.ENGINE.create();
        Object store = ours.folded(ndjson);
        expected = ours.content(store);
        rejected = ours.rejected(store);
    }

    static void check(List<Foldings> implementations, byte[] ndjson) {
        FoldingCheck check = new FoldingCheck(ndjson);
        for (Foldings implementation : implementations) {
            Folding folding = implementation.create();
            check.require(implementation, folding, folding.folded(ndjson));
        }
    }

    /** The same check for a store that was already folded. */
    static void check(Foldings implementation, byte[] ndjson, Folding folding, Object store) {
        new FoldingCheck(ndjson).require(implementation, folding, store);
    }

    private void require(Foldings implementation, Folding folding, Object store) {
        String difference = difference(expected, folding.content(store));
        if (difference == null && rejected != folding.rejected(store)) {
            difference = "rejects " + folding.rejected(store) + " records, not " + rejected;
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
